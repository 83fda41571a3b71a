import { type CheckName, type CheckOutcome, checkNames, type Findings } from "./checkUp";

/** `neutral`: says nothing about the connection. */
export type Grade = "fine" | "neutral" | "warning" | "fault";

const relays = ["relayUdp", "relayTcp", "relayTls"] as const;
const neutral: readonly CheckOutcome[] = ["notSetUp", "notTried", "inUse"];

/** Answers questions about findings; what says nothing counts as neither working nor failing. */
function reading(findings: Findings) {
  const is = (name: CheckName, ...outcomes: CheckOutcome[]) => outcomes.includes(findings[name].outcome);
  const works = (name: CheckName) => is(name, "fine");
  const fails = (name: CheckName) => !works(name) && !is(name, ...neutral);
  const failing = relays.filter(fails);
  const relayed = relays.some(works);
  /** No relay works, and this is what at least one of them says. */
  const noRelayBut = (...outcomes: CheckOutcome[]) => !relayed && failing.some((name) => is(name, ...outcomes));
  return { is, works, fails, failing, relayed, noRelayBut };
}

interface Rule {
  readonly severity: Exclude<Grade, "neutral">;
  readonly holds: (look: ReturnType<typeof reading>, online: boolean) => boolean;
}

/** The most important comes first; the first rule that holds is what is said. */
const rules = {
  offline: { severity: "fault", holds: ({ fails }, online) => fails("server") && !online },
  serverOutdated: { severity: "fault", holds: ({ is }) => is("server", "outdated") },
  serverUnavailable: { severity: "fault", holds: ({ is }) => is("server", "unavailable") },
  serverUnreachable: { severity: "fault", holds: ({ fails }) => fails("server") },
  socketBlocked: { severity: "fault", holds: ({ fails }) => fails("signaling") },
  // Without the list of servers nothing is known about any relay.
  listMissing: { severity: "warning", holds: ({ is }) => is("stun", "notTried") && is("relayUdp", "notTried") },
  relayRefused: { severity: "fault", holds: ({ noRelayBut }) => noRelayBut("refused") },
  relayFull: { severity: "fault", holds: ({ noRelayBut }) => noRelayBut("full") },
  relayNoPassage: { severity: "warning", holds: ({ noRelayBut }) => noRelayBut("noPassage") },
  relayDown: {
    severity: "fault",
    holds: ({ noRelayBut, works }) => noRelayBut("closed") || (noRelayBut("unreachable") && works("stun")),
  },
  everythingBlocked: { severity: "fault", holds: ({ noRelayBut }) => noRelayBut("unreachable") },
  udpBlockedNoRelay: { severity: "fault", holds: ({ relayed, fails }) => !relayed && fails("stun") },
  microphoneBlocked: { severity: "fault", holds: ({ is }) => is("microphone", "blocked") },
  microphoneSystemBlocked: { severity: "fault", holds: ({ is }) => is("microphone", "systemBlocked") },
  microphoneMissing: { severity: "fault", holds: ({ is }) => is("microphone", "missing") },
  microphoneBusy: { severity: "fault", holds: ({ is }) => is("microphone", "busy") },
  microphoneUnanswered: { severity: "fault", holds: ({ is }) => is("microphone", "unanswered") },
  microphoneFailed: { severity: "fault", holds: ({ is }) => is("microphone", "failed") },
  microphoneSilent: { severity: "warning", holds: ({ is }) => is("microphone", "silent") },
  udpBlocked: {
    severity: "warning",
    holds: ({ relayed, fails, works }) => relayed && fails("stun") && !works("relayUdp"),
  },
  nothingSetUp: {
    severity: "warning",
    holds: ({ is }) => is("stun", "notSetUp") && relays.every((name) => is(name, "notSetUp")),
  },
  noRelay: { severity: "warning", holds: ({ is }) => relays.every((name) => is(name, "notSetUp")) },
  relayUdpDown: { severity: "warning", holds: ({ fails }) => fails("relayUdp") },
  relayTlsDown: { severity: "warning", holds: ({ fails }) => fails("relayTls") },
  relayTcpDown: { severity: "warning", holds: ({ fails }) => fails("relayTcp") },
  stunDown: { severity: "warning", holds: ({ fails }) => fails("stun") },
  cameraBlocked: { severity: "warning", holds: ({ is }) => is("camera", "blocked") },
  cameraSystemBlocked: { severity: "warning", holds: ({ is }) => is("camera", "systemBlocked") },
  cameraMissing: { severity: "warning", holds: ({ is }) => is("camera", "missing") },
  cameraBusy: { severity: "warning", holds: ({ is }) => is("camera", "busy") },
  cameraUnanswered: { severity: "warning", holds: ({ is }) => is("camera", "unanswered") },
  cameraFailed: { severity: "warning", holds: ({ is }) => is("camera", "failed", "noPicture") },
  fine: { severity: "fine", holds: () => true },
} as const satisfies Record<string, Rule>;

/** What is wrong, in one word; `ui/` has a sentence for each. */
export type VerdictKey = keyof typeof rules;

export interface Verdict {
  readonly key: VerdictKey;
  readonly severity: Rule["severity"];
}

/**
 * The one thing to say about all that was found: the most important fault, or that there is none.
 * @param online what the system says of its network; false is certain, true may be wrong
 */
export function diagnose(findings: Findings, online: boolean): Verdict {
  const look = reading(findings);
  const key = (Object.keys(rules) as VerdictKey[]).find((each) => rules[each].holds(look, online)) ?? "fine";
  return { key, severity: rules[key].severity };
}

/** How bad each finding is in the light of the others: a shut way does little harm while another one is open. */
export function gradesOf(findings: Findings): Readonly<Record<CheckName, Grade>> {
  const look = reading(findings);
  const grade = (name: CheckName): Grade => {
    if (look.works(name)) return findings[name].each?.some(({ outcome }) => outcome !== "fine") ? "warning" : "fine";
    if (!look.fails(name)) return "neutral";
    const bearable =
      name === "camera" ||
      look.is(name, "silent", "noPassage") ||
      (look.relayed && (name === "stun" || relays.some((relay) => relay === name)));
    return bearable ? "warning" : "fault";
  };
  return Object.fromEntries(checkNames.map((name) => [name, grade(name)])) as Record<CheckName, Grade>;
}
