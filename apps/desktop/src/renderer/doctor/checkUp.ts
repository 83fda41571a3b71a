/** What is looked at, in the order in which it is shown. */
export const checkNames = [
  "server",
  "signaling",
  "stun",
  "relayUdp",
  "relayTcp",
  "relayTls",
  "microphone",
  "camera",
] as const;
export type CheckName = (typeof checkNames)[number];

/** What came of one check. */
export type CheckOutcome =
  | "fine"
  /** The server names no such server. */
  | "notSetUp"
  /** Could not be tried, because of what failed before. */
  | "notTried"
  /** A call has the device. */
  | "inUse"
  /** No answer came in time, or the way there is shut. */
  | "unreachable"
  /** The machine is there, but nobody listens, or its certificate is not trusted. */
  | "closed"
  /** The relay takes no credentials of this server. */
  | "refused"
  /** The relay has no room left, for this person or for all. */
  | "full"
  /** The relay gives an address, but nothing comes through. */
  | "noPassage"
  /** This client and the server speak different versions. */
  | "outdated"
  /** The server answers, but cannot serve right now. */
  | "unavailable"
  /** The person, or the browser for them, refuses the device. */
  | "blocked"
  /** The browser would give the device, but the system does not. */
  | "systemBlocked"
  | "missing"
  /** Another program holds the device. */
  | "busy"
  | "failed"
  /** The browser's question has not been answered. */
  | "unanswered"
  /** The device opens, but only digital silence comes. */
  | "silent"
  /** The device opens, but no picture comes. */
  | "noPicture";

export interface Finding {
  readonly outcome: CheckOutcome;
  /** How long it took: a round trip, or the opening of a device. Null: nothing to measure. */
  readonly ms: number | null;
  /** Of each server, where there are several of the kind; none of them is named. */
  readonly each?: readonly Finding[];
}

/** All that was found. */
export type Findings = Readonly<Record<CheckName, Finding>>;
/** A check on its way. */
export type Progress = "waiting" | "running" | Finding;

/** The best comes first: what works with one server of a kind works. */
const ranks: readonly CheckOutcome[] = ["fine", "noPassage", "full", "refused", "closed", "unreachable"];

/** What several servers of one kind come to. */
export function together(found: readonly Finding[]): Finding {
  const byRank = found.toSorted((a, b) => ranks.indexOf(a.outcome) - ranks.indexOf(b.outcome) || cost(a) - cost(b));
  const [best] = byRank;
  if (!best) return { outcome: "notSetUp", ms: null };
  return found.length === 1 ? best : { ...best, each: found };
}

const cost = ({ ms }: Finding) => ms ?? Number.POSITIVE_INFINITY;
