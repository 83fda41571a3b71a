import type { SafetyMessage } from "@sightline/protocol";

/** Of the two DTLS certificates that a connection really uses, as the browser writes them. */
export interface Fingerprints {
  readonly own: string;
  readonly theirs: string;
}

interface Options {
  readonly role: "caller" | "callee";
  readonly send: (message: SafetyMessage) => void;
  /** Null: they cannot be told. */
  readonly fingerprints: () => Promise<Fingerprints | null>;
  /** Once, with six digits. Never when the other side does not keep to the exchange. */
  readonly tell: (code: string) => void;
  /** 16 random bytes, hex. */
  readonly nonce?: () => string;
}

export interface SafetyCode {
  /** The two can talk. Resolves when what follows from it is said. */
  begin(): Promise<void>;
  /** Resolves when what follows from it is said and told. */
  hear(message: SafetyMessage): Promise<void>;
}

const DIGITS = 6;

/**
 * The code two people compare by voice (requirement R6): the same on both sides exactly when they use each other's keys. Whoever
 * sits between them has a key of their own towards each, and so other codes. Six digits suffice because neither nonce is known
 * before the other one is fixed: a middle has one guess for each call, not as many as it can compute (RFC 6189, section 4.4.1.1).
 */
export function createSafetyCode({ role, send, fingerprints, tell, nonce = randomNonce }: Options): SafetyCode {
  const own = nonce();
  let begun = false;
  /** The caller's, once it is sent; as the callee has heard it. */
  let commitment: string | null = null;
  let over = false;

  const finish = async (theirs: string) => {
    const used = await fingerprints();
    if (!used) return;
    const mine = { fingerprint: used.own, nonce: own };
    const other = { fingerprint: used.theirs, nonce: theirs };
    tell(await (role === "caller" ? codeOf(mine, other) : codeOf(other, mine)));
  };
  const commit = async () => {
    const made = await sha256(own);
    send({ type: "safetyCommit", commitment: made });
    commitment = made;
  };
  const check = async (revealed: string, promised: string) => {
    if ((await sha256(revealed)) === promised) await finish(revealed);
  };

  return {
    async begin() {
      if (begun || role !== "caller") return;
      begun = true;
      await commit();
    },
    async hear(message) {
      if (over) return;
      if (message.type === "safetyCommit" && role === "callee" && commitment === null) {
        ({ commitment } = message);
        send({ type: "safetyNonce", nonce: own });
      }
      if (message.type === "safetyNonce" && role === "caller" && commitment !== null) {
        over = true;
        send({ type: "safetyReveal", nonce: own });
        await finish(message.nonce);
      }
      if (message.type === "safetyReveal" && role === "callee" && commitment !== null) {
        over = true;
        await check(message.nonce, commitment);
      }
    },
  };
}

/** What the browser uses, not what descriptions say (https://www.w3.org/TR/webrtc-stats/#certificatestats-dict*). */
export async function fingerprintsOf(pc: Pick<RTCPeerConnection, "getStats">): Promise<Fingerprints | null> {
  const report = (await pc.getStats()) as ReadonlyMap<string, CertificateRow>;
  const transport = [...report.values()].find(
    ({ type, remoteCertificateId }) => type === "transport" && remoteCertificateId,
  );
  const own = report.get(transport?.localCertificateId ?? "")?.fingerprint;
  const theirs = report.get(transport?.remoteCertificateId ?? "")?.fingerprint;
  return own && theirs ? { own, theirs } : null;
}

interface CertificateRow {
  readonly type: string;
  readonly localCertificateId?: string;
  readonly remoteCertificateId?: string;
  readonly fingerprint?: string;
}

interface Share {
  readonly fingerprint: string;
  readonly nonce: string;
}

async function codeOf(caller: Share, callee: Share): Promise<string> {
  const parts = [caller, callee].flatMap(({ fingerprint, nonce }) => [fingerprint.toUpperCase(), nonce]);
  const digest = await sha256(["sightline safety code", ...parts].join("\n"));
  return String(Number.parseInt(digest.slice(0, 12), 16) % 10 ** DIGITS).padStart(DIGITS, "0");
}

async function sha256(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
}

function randomNonce(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
