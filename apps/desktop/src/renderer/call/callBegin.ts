import type { Candidate, Description } from "@sightline/protocol";
import type { CallEffect } from "./callEffects";
import { type InCall, nothingSent, type WarmLink } from "./callState";
import type { Step } from "./callStep";
import { mediaStateOf } from "./localMedia";

const CONNECT_MS = 20_000;

/** Both have a socket by then, should one have been changing it when our offer or their answer came by. */
const REPEAT_MS = 4_000;

/** Watches over a connection that is made. Who offers also sees to it that the offer arrives. */
export function connectTimers({ callId, role }: Pick<InCall, "callId" | "role">): readonly CallEffect[] {
  const connect: CallEffect = { type: "startTimer", callId, timer: "connect", ms: CONNECT_MS };
  return role === "caller" ? [connect, repeatTimer(callId)] : [connect];
}

/** The server hands signals on to who is there, and keeps none for who is not: an offer without answer is made again. */
export function repeatOffer({ callId }: Pick<InCall, "callId">): readonly CallEffect[] {
  return [{ type: "repeatOffer", callId }, { type: "stopTimer", callId, timer: "restart" }, repeatTimer(callId)];
}

function repeatTimer(callId: string): CallEffect {
  return { type: "startTimer", callId, timer: "restart", ms: REPEAT_MS };
}

type Begun = Pick<InCall, "callId" | "peer" | "kind" | "local" | "role">;

/** What there is of the other side, should no connection stand yet. */
interface Held {
  readonly description: Description | null;
  readonly candidates: readonly Candidate[];
}

interface Beginning {
  /** What was connected while it rang. */
  readonly warm: WarmLink;
  /** What has to be done before media, e.g. telling the other side. */
  readonly first: readonly CallEffect[];
  /** Orders that open devices. */
  readonly media: readonly CallEffect[];
  readonly held: Held;
  /** Has the server said already that the acceptance counts? */
  readonly confirmed: boolean;
  readonly at: number | undefined;
}

/**
 * Both have agreed: the one way from ringing into a call. What is connected already goes on with media in it; what came to
 * nothing is made anew, by the caller's next offer.
 */
export function beginCall(call: Begun, { warm, first, media, held, confirmed, at }: Beginning): Step {
  const { callId, role, local } = call;
  const connected = warm === "connected";
  const cold = warm === "none" || warm === "asked";
  const state: InCall = {
    phase: "inCall",
    ...call,
    link: connected ? "connected" : "connecting",
    connectedAt: connected ? (at ?? null) : null,
    failedOnce: false,
    attempt: isAnew(role, warm) ? 1 : 0,
    unconfirmed: !confirmed,
    heldRemote: cold && role === "callee" ? held.candidates : null,
    remote: nothingSent,
  };
  const tell: CallEffect = { type: "sendPeerMessage", callId, message: { type: "media", media: mediaStateOf(local) } };
  const effects: readonly CallEffect[] = [
    ...first,
    ...opening(callId, role, warm),
    { type: "startMedia", callId },
    ...media,
    ...(cold ? applying(callId, role, held) : []),
    ...(connected ? [tell] : connectTimers(call)),
  ];
  return { state, effects };
}

/**
 * Is what was made while it rang of no use? A callee does not wait for one that does not stand yet: before any device may be
 * opened browsers hide their addresses behind names that not every network resolves (draft-ietf-mmusic-mdns-ice-candidates),
 * so that it may never stand, and the next one is made with the addresses.
 */
function isAnew(role: InCall["role"], warm: WarmLink): boolean {
  return warm === "failed" || (role === "callee" && warm === "open");
}

/** The connection, where there is none of use. The caller's is open as soon as they call, and stays so when it fails. */
function opening(callId: string, role: InCall["role"], warm: WarmLink): readonly CallEffect[] {
  const open = { type: "openPeer", callId, role } as const;
  const close = { type: "closePeer", callId } as const;
  if (role === "caller") return isAnew(role, warm) ? [close, open] : [];
  if (warm === "connected") return [];
  return warm === "open" ? [close, open] : [open];
}

function applying(callId: string, role: InCall["role"], { description, candidates }: Held): readonly CallEffect[] {
  const effects: CallEffect[] = [];
  if (description) effects.push({ type: "applyDescription", callId, description });
  if (role === "caller" && candidates.length > 0) effects.push({ type: "applyCandidates", callId, candidates });
  return effects;
}
