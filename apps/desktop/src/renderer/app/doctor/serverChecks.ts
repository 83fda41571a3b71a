import type { IceServer } from "@sightline/protocol";
import type { Finding } from "../../doctor/checkUp";
import type { ServerLink } from "../serverLink";

/** Longest wait for a sign of life; calls of a server that is slower than this are no pleasure. */
const ANSWER_MS = 5_000;

type Link = Pick<ServerLink, "http" | "send">;

export interface ServerAnswer {
  readonly finding: Finding;
  /** Null: it did not say. */
  readonly version: string | null;
}

const silent = { ok: false, failure: { code: "network.unreachable" } } as const;

/** Does the server answer at all? */
export async function checkServer({ http }: Link): Promise<ServerAnswer> {
  const began = performance.now();
  const answer = await inTime(http.request("serverInfo", {}), silent);
  if (answer.ok) return { finding: fineSince(began), version: answer.value.version };
  const { code } = answer.failure;
  if (code === "protocol.version") return { finding: { outcome: "outdated", ms: null }, version: null };
  return {
    finding: { outcome: code === "network.unreachable" ? "unreachable" : "unavailable", ms: null },
    version: null,
  };
}

/** Does a message by the socket, which calls go by, come back? */
export async function checkSignaling({ send }: Link): Promise<Finding> {
  const began = performance.now();
  const answer = await inTime(send("signal:ping", {}), { ok: false } as const);
  return answer.ok ? fineSince(began) : { outcome: "unreachable", ms: null };
}

/** The STUN and TURN servers with fresh credentials, as for a call; null: they could not be had. */
export async function askForServers({ http }: Link): Promise<readonly IceServer[] | null> {
  const answer = await inTime(http.request("iceServers", {}), silent);
  return answer.ok ? answer.value.servers : null;
}

function fineSince(began: number): Finding {
  return { outcome: "fine", ms: Math.round(performance.now() - began) };
}

function inTime<T, F>(answer: Promise<T>, otherwise: F): Promise<T | F> {
  const late = new Promise<F>((resolve) => setTimeout(() => resolve(otherwise), ANSWER_MS));
  return Promise.race([answer, late]);
}
