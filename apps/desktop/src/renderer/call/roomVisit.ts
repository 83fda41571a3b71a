import type { CallId, ErrorCode, RoomId, RoomLeftReason, RoomLook, UserSummary } from "@sightline/protocol";
import type { CallRole } from "./callView";

/** What the person wants to go in with. */
export interface RoomChoice {
  readonly camera: boolean;
  readonly microphone: boolean;
}

/** Why there is no going in, or no staying. */
export type RoomProblem = ErrorCode | "network.unreachable" | "noConnection" | RoomLeftReason;

export interface Nowhere {
  readonly at: "nowhere";
}

/** The link is known, and nothing about the room yet. */
interface Looking {
  readonly at: "looking";
  readonly roomId: RoomId;
}

interface DeadEnd {
  readonly at: "deadEnd";
  readonly roomId: RoomId;
  readonly why: RoomProblem;
}

/** Before the room: nothing of ours is sent from here. */
interface Door {
  readonly at: "door";
  readonly roomId: RoomId;
  readonly look: RoomLook;
  readonly choice: RoomChoice;
  /** Enter was pressed, and the server has not answered. */
  readonly entering: boolean;
  readonly problem: RoomProblem | null;
}

/** In the room, waiting or talking. */
interface Inside {
  readonly at: "inside";
  readonly roomId: RoomId;
  readonly look: RoomLook;
  readonly choice: RoomChoice;
  readonly callId: CallId | null;
}

export type Visit = Nowhere | Looking | DeadEnd | Door | Inside;
export const nowhere: Nowhere = { at: "nowhere" };

export interface Meeting {
  readonly callId: CallId;
  readonly peer: UserSummary;
  readonly role: CallRole;
}

export type VisitEvent =
  // wishes of the person
  | { readonly type: "opened"; readonly roomId: RoomId }
  | { readonly type: "chosen"; readonly choice: RoomChoice }
  /** The only one that consents to anything. */
  | { readonly type: "enterRequested" }
  | { readonly type: "leaveRequested" }
  // facts from the server
  | { readonly type: "looked"; readonly look: RoomLook }
  | { readonly type: "lookFailed"; readonly roomId: RoomId; readonly code: ErrorCode | "network.unreachable" }
  | { readonly type: "entered"; readonly roomId: RoomId }
  | { readonly type: "enterRefused"; readonly roomId: RoomId; readonly code: ErrorCode }
  | ({ readonly type: "met"; readonly roomId: RoomId } & Meeting)
  | { readonly type: "left"; readonly roomId: RoomId; readonly reason: RoomLeftReason }
  /** The connection to the server is back: what was said meanwhile was missed. */
  | { readonly type: "serverBack" }
  // from the call machine
  | {
      readonly type: "callOver";
      readonly callId: CallId;
      /** `noConnection`: none came about. */
      readonly by: "me" | "them" | "noConnection";
      /** What was on when it ended. */
      readonly choice: RoomChoice;
    };

export type VisitEffect =
  | { readonly type: "look"; readonly roomId: RoomId }
  | { readonly type: "enter"; readonly roomId: RoomId }
  | { readonly type: "leave"; readonly roomId: RoomId }
  | ({ readonly type: "startCall"; readonly choice: RoomChoice } & Meeting)
  | { readonly type: "endCall" };

export interface VisitStep {
  readonly visit: Visit;
  readonly effects: readonly VisitEffect[];
}

/** As a call begins that was asked for with a camera. */
const firstChoice: RoomChoice = { camera: true, microphone: true };
const same = (visit: Visit): VisitStep => ({ visit, effects: [] });

/**
 * The rules of a visit to a room. Pure and total. A link only ever leads to the door (R35); nothing but the person's own
 * Enter leads inside, and a call begins inside alone, with the one the server names (R1, R3).
 */
export function stepVisit(visit: Visit, event: VisitEvent): VisitStep {
  if ("roomId" in event && event.type !== "opened" && !isAt(visit, event.roomId)) return same(visit);
  switch (event.type) {
    case "opened":
      return open(visit, event.roomId);
    case "looked":
      return seeDoor(visit, event.look);
    case "lookFailed":
      return failLook(visit, event);
    case "chosen":
      return "choice" in visit ? same({ ...visit, choice: event.choice }) : same(visit);
    case "enterRequested":
      if (visit.at !== "door" || visit.entering) return same(visit);
      return {
        visit: { ...visit, entering: true, problem: null },
        effects: [{ type: "enter", roomId: visit.roomId }],
      };
    case "leaveRequested":
      return leave(visit);
    default:
      return stepInside(visit, event);
  }
}

function stepInside(visit: Visit, event: VisitEvent): VisitStep {
  switch (event.type) {
    case "entered":
      return visit.at === "door" && visit.entering ? same(inside(visit)) : same(visit);
    case "enterRefused":
      return meetRefusal(visit, event.code);
    case "met":
      return meet(visit, event);
    case "left":
      return putOut(visit, event.reason);
    case "serverBack":
      return comeBack(visit);
    case "callOver":
      return callOver(visit, event);
    default:
      return same(visit);
  }
}

function isAt(visit: Visit, roomId: RoomId): boolean {
  return visit.at !== "nowhere" && visit.roomId === roomId;
}

function open(visit: Visit, roomId: RoomId): VisitStep {
  // Whoever is inside stays there until they leave, whatever link is opened.
  if (visit.at === "inside" || (visit.at === "door" && visit.entering)) return same(visit);
  return { visit: { at: "looking", roomId }, effects: [{ type: "look", roomId }] };
}

function seeDoor(visit: Visit, look: RoomLook): VisitStep {
  if (visit.at === "door" && visit.roomId === look.id) return same({ ...visit, look });
  if (visit.at === "inside" && visit.roomId === look.id) return same({ ...visit, look });
  if (visit.at !== "looking" || visit.roomId !== look.id) return same(visit);
  return same({
    at: "door",
    roomId: look.id,
    look,
    choice: firstChoice,
    entering: false,
    problem: null,
  });
}

function failLook(visit: Visit, { roomId, code }: Extract<VisitEvent, { type: "lookFailed" }>): VisitStep {
  const gone = code === "room.notFound";
  if (visit.at === "looking") {
    // Not logged in (yet), or not connected: asked again when that is over.
    if (code === "auth.required") return same(visit);
    return same({ at: "deadEnd", roomId, why: code });
  }
  return visit.at === "door" && gone ? same({ at: "deadEnd", roomId, why: code }) : same(visit);
}

function inside(door: Door): Inside {
  const { roomId, look, choice } = door;
  return { at: "inside", roomId, look, choice, callId: null };
}

function meetRefusal(visit: Visit, code: ErrorCode): VisitStep {
  if (visit.at === "inside" && visit.callId === null)
    return refuse({ ...visit, at: "door", entering: false, problem: null }, code);
  return visit.at === "door" && visit.entering ? refuse({ ...visit, entering: false }, code) : same(visit);
}

function refuse(door: Door, code: ErrorCode): VisitStep {
  const { roomId, look, choice } = door;
  if (code === "room.notFound") return same({ at: "deadEnd", roomId, why: code });
  const at = { at: "door", roomId, choice, entering: false } as const;
  if (code === "room.full") return same({ ...at, look: { ...look, door: "full" }, problem: null });
  if (code === "room.locked") return same({ ...at, look: { ...look, door: "locked" }, problem: null });
  return same({ ...at, look, problem: code });
}

/** The news of the other may overtake the answer to Enter. */
function meet(visit: Visit, { callId, peer, role }: Extract<VisitEvent, { type: "met" }>): VisitStep {
  const here = visit.at === "door" && visit.entering ? inside(visit) : visit;
  if (here.at !== "inside" || here.callId !== null) return same(visit);
  return { visit: { ...here, callId }, effects: [{ type: "startCall", callId, peer, role, choice: here.choice }] };
}

function putOut(visit: Visit, why: RoomLeftReason): VisitStep {
  const gone: Visit = "roomId" in visit ? { at: "deadEnd", roomId: visit.roomId, why } : visit;
  return { visit: gone, effects: visit.at === "inside" && visit.callId !== null ? [{ type: "endCall" }] : [] };
}

function leave(visit: Visit): VisitStep {
  if (visit.at === "nowhere") return same(visit);
  const { roomId } = visit;
  const hasSeat = visit.at === "inside" || (visit.at === "door" && visit.entering);
  const effects: VisitEffect[] = hasSeat ? [{ type: "leave", roomId }] : [];
  if (visit.at === "inside" && visit.callId !== null) effects.push({ type: "endCall" });
  return { visit: nowhere, effects };
}

/** Entering again is harmless where the seat was kept, and takes another where it was not. */
function comeBack(visit: Visit): VisitStep {
  if (visit.at === "looking") return { visit, effects: [{ type: "look", roomId: visit.roomId }] };
  const waits = visit.at === "inside" && visit.callId === null;
  return waits ? { visit, effects: [{ type: "enter", roomId: visit.roomId }] } : same(visit);
}

function callOver(visit: Visit, event: Extract<VisitEvent, { type: "callOver" }>): VisitStep {
  if (visit.at !== "inside" || visit.callId !== event.callId) return same(visit);
  const { roomId, look } = visit;
  const { choice } = event;
  if (event.by === "them") return same({ ...visit, choice, callId: null });
  const effects: readonly VisitEffect[] = [{ type: "leave", roomId }];
  if (event.by === "me") return { visit: nowhere, effects };
  return { visit: { at: "door", roomId, look, choice, entering: false, problem: "noConnection" }, effects };
}
