import { createHash, createHmac, randomBytes } from "node:crypto";
import type { Socket } from "node:dgram";
import { isIPv6 } from "node:net";

/** Numbers of RFC 8489 (STUN) and RFC 8656 (TURN). */
const COOKIE = 0x2112a442;
const ALLOCATE = 0x003;
const CREATE_PERMISSION = 0x008;
const SUCCESS = 0x100;
const USERNAME = 0x0006;
const MESSAGE_INTEGRITY = 0x0008;
const ERROR_CODE = 0x0009;
const PEER_ADDRESS = 0x0012;
const REALM = 0x0014;
const NONCE = 0x0015;
const ADDRESS_FAMILY = 0x0017;
const TRANSPORT = 0x0019;
const UDP = Buffer.from([17, 0, 0, 0]);
const FAMILY = { 4: Buffer.from([1, 0, 0, 0]), 6: Buffer.from([2, 0, 0, 0]) } as const;
const ANSWER_MS = 3_000;

export interface Credential {
  readonly username: string;
  readonly credential: string;
}

/** As the signaling server makes them: draft-uberti-behave-turn-rest. `expiry` is in seconds since 1970. */
export function restCredential(secret: string, expiry: number, name: string): Credential {
  const username = `${Math.floor(expiry)}:${name}`;
  return { username, credential: createHmac("sha1", secret).update(username).digest("base64") };
}

type Answer = "allowed" | number;

/** Speaks just enough TURN over UDP to ask a server for what a browser would not. Answers are "allowed" or an error code. */
export interface TurnClient {
  /** Asks for a relayed address; must come first, once. */
  allocate(family: 4 | 6): Promise<Answer>;
  /** Asks to send to and hear from a peer. */
  permit(peer: string): Promise<Answer>;
  close(): void;
}

export function createTurnClient(socket: Socket, server: string, credential: Credential): TurnClient {
  let realm: Buffer = Buffer.alloc(0);
  let nonce: Buffer = Buffer.alloc(0);
  const key = () =>
    createHash("md5").update(`${credential.username}:${realm.toString()}:${credential.credential}`).digest();
  const ask = (message: Buffer) =>
    new Promise<Buffer>((resolve, reject) => {
      const id = message.subarray(8, 20);
      const timer = setTimeout(() => reject(new Error("the TURN server does not answer")), ANSWER_MS);
      const hear = (answer: Buffer) => {
        if (!answer.subarray(8, 20).equals(id)) return;
        clearTimeout(timer);
        socket.off("message", hear);
        resolve(answer);
      };
      socket.on("message", hear);
      socket.send(message, 3478, server);
    });
  const askSigned = async (type: number, attributes: (id: Buffer) => readonly Buffer[]) => {
    const id = randomBytes(12);
    const who = [attribute(USERNAME, Buffer.from(credential.username)), attribute(REALM, realm)];
    const answer = await ask(encode(type, id, [...attributes(id), ...who, attribute(NONCE, nonce)], key()));
    return answer.readUInt16BE(0) === (type | SUCCESS) ? "allowed" : errorOf(answer);
  };
  return {
    async allocate(family) {
      const wish = [attribute(TRANSPORT, UDP), attribute(ADDRESS_FAMILY, FAMILY[family])];
      const challenge = await ask(encode(ALLOCATE, randomBytes(12), wish, null));
      realm = find(challenge, REALM);
      nonce = find(challenge, NONCE);
      return askSigned(ALLOCATE, () => wish);
    },
    permit: (peer) => askSigned(CREATE_PERMISSION, (id) => [attribute(PEER_ADDRESS, xored(peer, id))]),
    close: () => socket.close(),
  };
}

function attribute(type: number, value: Buffer): Buffer {
  const padded = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
  padded.writeUInt16BE(type, 0);
  padded.writeUInt16BE(value.length, 2);
  value.copy(padded, 4);
  return padded;
}

function encode(type: number, id: Buffer, attributes: readonly Buffer[], key: Buffer | null): Buffer {
  const body = Buffer.concat([...attributes]);
  const head = Buffer.alloc(20);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(body.length, 2);
  head.writeUInt32BE(COOKIE, 4);
  id.copy(head, 8);
  if (!key) return Buffer.concat([head, body]);
  // The length in the signed head counts the signature, too (RFC 8489, 14.5).
  head.writeUInt16BE(body.length + 24, 2);
  const signature = createHmac("sha1", key)
    .update(Buffer.concat([head, body]))
    .digest();
  return Buffer.concat([head, body, attribute(MESSAGE_INTEGRITY, signature)]);
}

function find(message: Buffer, type: number): Buffer {
  for (let at = 20; at + 4 <= message.length; ) {
    const length = message.readUInt16BE(at + 2);
    if (message.readUInt16BE(at) === type) return message.subarray(at + 4, at + 4 + length);
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return Buffer.alloc(0);
}

function errorOf(message: Buffer): number {
  const value = find(message, ERROR_CODE);
  return value.length < 4 ? 0 : value.readUInt8(2) * 100 + value.readUInt8(3);
}

/** XOR-PEER-ADDRESS (RFC 8489, 14.2) with port 80. */
function xored(address: string, id: Buffer): Buffer {
  const bytes = isIPv6(address) ? bytesOfV6(address) : Buffer.from(address.split(".").map(Number));
  const mask = Buffer.concat([Buffer.from("2112a442", "hex"), id]);
  const value = Buffer.alloc(4 + bytes.length);
  value.writeUInt8(bytes.length === 16 ? 2 : 1, 1);
  value.writeUInt16BE(80 ^ (COOKIE >>> 16), 2);
  for (const [index, byte] of bytes.entries()) value[4 + index] = byte ^ (mask[index] ?? 0);
  return value;
}

function bytesOfV6(address: string): Buffer {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const word = (high: string | undefined, low: string | undefined) => ((Number(high) << 8) | Number(low)).toString(16);
  const text = dotted ? `${dotted[1]}${word(dotted[2], dotted[3])}:${word(dotted[4], dotted[5])}` : address;
  const [head = "", tail] = text.split("::");
  const wordsOf = (part: string) => (part === "" ? [] : part.split(":"));
  const [front, back] = [wordsOf(head), wordsOf(tail ?? "")];
  const words = [...front, ...Array<string>(8 - front.length - back.length).fill("0"), ...back];
  const bytes = Buffer.alloc(16);
  for (const [index, each] of words.entries()) bytes.writeUInt16BE(Number.parseInt(each, 16), index * 2);
  return bytes;
}
