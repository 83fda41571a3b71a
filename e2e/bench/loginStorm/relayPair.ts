import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type { Account } from "../../fixtures/account";

const HEADERS = { "content-type": "application/json", "sightline-protocol": "1" };

async function post(origin: string, path: string, body: object, token?: string): Promise<Response> {
  const headers = token ? { ...HEADERS, authorization: `Bearer ${token}` } : HEADERS;
  return fetch(`${origin}${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
}

export interface Member {
  readonly id: string;
  readonly token: string;
}

export async function signUp(origin: string, account: Account): Promise<Member> {
  const answer = await post(origin, "/api/accounts", { ...account, client: "desktop" });
  const { value } = (await answer.json()) as { value: { me: { id: string }; token: string } };
  return { id: value.me.id, token: value.token };
}

/** Answers the status, and the seconds to wait where it says so. */
export async function logIn(
  origin: string,
  { username, password }: Account,
): Promise<{ status: number; wait: number }> {
  const answer = await post(origin, "/api/sessions", { login: username, password, client: "desktop" });
  await answer.arrayBuffer();
  return { status: answer.status, wait: Number(answer.headers.get("retry-after") ?? 0) };
}

async function connect(origin: string, token: string): Promise<Socket> {
  const auth = { protocol: 1, device: randomUUID(), token };
  const socket = io(origin, { transports: ["websocket"], forceNew: true, auth });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  return socket;
}

async function ask(socket: Socket, event: string, payload: object): Promise<void> {
  const result = (await socket.timeout(10_000).emitWithAck(event, payload)) as { ok: boolean };
  if (!result.ok) throw new Error(`${event} was refused: ${JSON.stringify(result)}`);
}

export interface RelayPair {
  /** One signal from one to the other, ms. */
  relay(): Promise<number>;
  close(): void;
}

/** Two people in a call, whose signals the server relays. */
export async function relayPair(origin: string, one: Member, other: Member, otherName: string): Promise<RelayPair> {
  await post(origin, "/api/contacts", { username: otherName }, one.token);
  await post(origin, `/api/contacts/${one.id}/accept`, {}, other.token);
  const [caller, callee] = await Promise.all([connect(origin, one.token), connect(origin, other.token)]);
  const callId = randomUUID();
  const description = { type: "offer", sdp: "v=0" };
  await ask(caller, "call:invite", { callId, to: other.id, kind: "audio", offer: description });
  await ask(callee, "call:accept", { callId });
  return {
    async relay() {
      const arrived = new Promise<number>((resolve) =>
        callee.once("signal:description", () => resolve(performance.now())),
      );
      const begun = performance.now();
      caller.emit("signal:description", { callId, description }, () => undefined);
      return (await arrived) - begun;
    },
    close() {
      caller.disconnect();
      callee.disconnect();
    },
  };
}
