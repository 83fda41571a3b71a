import { describe, expect, it } from "vitest";
import { type CallCommand, type CallSession, type CallState, needsAnew, step } from "./callSession";

const start = new Date("2026-01-01T12:00:00Z");
const deadline = new Date("2026-01-01T12:00:45Z");
const during = new Date("2026-01-01T12:00:10Z");

const caller = { userId: "ann", deviceId: "ann-1" };
const callersOther = { userId: "ann", deviceId: "ann-2" };
const callee = { userId: "ben", deviceId: "ben-1" };
const calleesOther = { userId: "ben", deviceId: "ben-2" };
const stranger = { userId: "eve", deviceId: "ann-1" };

const ringing: CallSession = {
  id: "call",
  caller,
  calleeId: "ben",
  calleeDevice: null,
  warmDevice: null,
  kind: "video",
  state: "ringing",
  reason: null,
  startedAt: start,
  answeredAt: null,
  endedAt: null,
  ringDeadline: deadline,
  waiting: false,
  version: 1,
};
const active: CallSession = { ...ringing, state: "active", calleeDevice: "ben-1", answeredAt: during };
const ended: CallSession = { ...active, state: "ended", reason: "hungUp", endedAt: during };
const sessions: Record<CallState, CallSession> = { ringing, active, ended };

const parties = { caller, callersOther, callee, calleesOther, stranger };
type PartyName = keyof typeof parties;
type Verb = "warm" | "accept" | "decline" | "cancel" | "hangUp" | "lostRinging" | "lostActive";

function commandOf(verb: Verb, by: PartyName): CallCommand {
  const party = parties[by];
  if (verb === "hangUp") return { type: "hangUp", by: party, reason: "hungUp" };
  if (verb === "lostRinging") return { type: "partyLost", by: party, state: "ringing" };
  if (verb === "lostActive") return { type: "partyLost", by: party, state: "active" };
  return { type: verb, by: party };
}

/** Outcome of a step in one word: the refusal's code, `active`, or the reason it ended for. */
function outcome(state: CallState, command: CallCommand, now = during): string {
  const next = step(sessions[state], command, now);
  if (!next.ok) return next.error.code;
  return next.value.session.reason ?? next.value.session.state;
}

/** Every pair that changes anything; all others must be refused. */
const allowed: Record<string, string> = {
  "ringing warm callee": "ringing",
  "ringing warm calleesOther": "ringing",
  "ringing accept callee": "active",
  "ringing accept calleesOther": "active",
  "ringing decline callee": "declined",
  "ringing decline calleesOther": "declined",
  "ringing cancel caller": "cancelled",
  "ringing lostRinging caller": "cancelled",
  "active accept callee": "active",
  "active cancel caller": "hungUp",
  "active hangUp caller": "hungUp",
  "active hangUp callee": "hungUp",
  "active lostActive caller": "lost",
  "active lostActive callee": "lost",
};

describe("R3 every party, verb and state of a call", () => {
  const verbs: Verb[] = ["warm", "accept", "decline", "cancel", "hangUp", "lostRinging", "lostActive"];
  const states: CallState[] = ["ringing", "active", "ended"];
  const names = Object.keys(parties) as PartyName[];
  const rows = states.flatMap((state) => verbs.flatMap((verb) => names.map((by) => ({ state, verb, by }))));

  it.each(rows)("$state $verb by $by", ({ state, verb, by }) => {
    const noParty = by === "stranger" || by === "callersOther";
    const expected = allowed[`${state} ${verb} ${by}`] ?? (noParty ? "call.notFound" : "call.wrongState");
    expect(outcome(state, commandOf(verb, by))).toBe(expected);
  });
});

describe("what devices are told", () => {
  const noticesOf = (session: CallSession, command: CallCommand, now = during) => {
    const next = step(session, command, now);
    return next.ok ? next.value.notices : next.error.code;
  };

  it("acceptance: the caller, and the devices that did not answer", () => {
    expect(noticesOf(ringing, commandOf("accept", "callee"))).toEqual([
      { to: "caller", event: "accepted", anew: false },
      { to: "calleeDevices", butDevice: "ben-1", event: "ended", reason: "answeredElsewhere" },
    ]);
  });

  it("decline: the caller, and the other devices", () => {
    expect(noticesOf(ringing, commandOf("decline", "calleesOther"))).toEqual([
      { to: "caller", event: "ended", reason: "declined" },
      { to: "calleeDevices", butDevice: "ben-2", event: "ended", reason: "declinedElsewhere" },
    ]);
  });

  it("cancel: all devices that ring", () => {
    expect(noticesOf(ringing, commandOf("cancel", "caller"))).toEqual([
      { to: "calleeDevices", butDevice: null, event: "ended", reason: "cancelled" },
    ]);
  });

  it("F4 a cancel that the answer overtook: the device that answered", () => {
    expect(noticesOf(active, commandOf("cancel", "caller"))).toEqual([
      { to: "callee", event: "ended", reason: "hungUp" },
    ]);
  });

  it("hang-up: the other side, with the reason given", () => {
    expect(noticesOf(active, { type: "hangUp", by: callee, reason: "failed" })).toEqual([
      { to: "caller", event: "ended", reason: "failed" },
    ]);
  });
});

describe("a device that connects while it rings", () => {
  const warm = { ...ringing, warmDevice: "ben-1" };
  const anewIn = (command: CallCommand) => {
    const next = step(warm, command, during);
    return next.ok && next.value.notices.some((notice) => notice.event === "accepted" && notice.anew);
  };

  it("is one alone, and may say so twice", () => {
    expect(step(warm, commandOf("warm", "callee"), during)).toMatchObject({ ok: true });
    expect(step(warm, commandOf("warm", "calleesOther"), during)).toMatchObject({ ok: false });
    expect(step({ ...ringing, waiting: true }, commandOf("warm", "callee"), during)).toMatchObject({ ok: false });
  });

  it("the caller is told to connect anew when another one accepts, or when it came to nothing", () => {
    expect(anewIn(commandOf("accept", "callee"))).toBe(false);
    expect(anewIn(commandOf("accept", "calleesOther"))).toBe(true);
    expect(anewIn({ type: "accept", by: callee, anew: true })).toBe(true);
  });

  it("F1 and so is a caller that was away then, and asks", () => {
    const answered = (from: CallSession, command: CallCommand) => {
      const next = step(from, command, during);
      return next.ok && needsAnew(next.value.session);
    };
    expect(answered(warm, commandOf("accept", "callee"))).toBe(false);
    expect(answered(ringing, commandOf("accept", "callee"))).toBe(false);
    expect(answered(warm, commandOf("accept", "calleesOther"))).toBe(true);
    expect(answered(warm, { type: "accept", by: callee, anew: true })).toBe(true);
    expect(needsAnew(warm)).toBe(false);
  });
});

describe("F2 both chose the same id", () => {
  it("ends the ring for both, and nothing else", () => {
    const next = step(ringing, { type: "clash" }, during);
    expect(next).toMatchObject({ value: { session: { state: "ended", reason: "failed" } } });
    expect(next.ok && next.value.notices.map(({ to }) => to)).toEqual(["caller", "calleeDevices"]);
    for (const session of [active, ended])
      expect(step(session, { type: "clash" }, during)).toMatchObject({ ok: false });
  });
});

describe("time", () => {
  const late = new Date(deadline.getTime() + 1);

  it("a ring past its deadline is missed, not before", () => {
    expect(outcome("ringing", { type: "ringTimedOut" }, during)).toBe("call.wrongState");
    expect(outcome("ringing", { type: "ringTimedOut" }, deadline)).toBe("missed");
    expect(outcome("active", { type: "ringTimedOut" }, late)).toBe("call.wrongState");
  });

  it("cannot be accepted past the deadline", () => {
    expect(outcome("ringing", commandOf("accept", "callee"), late)).toBe("call.wrongState");
  });

  it("is written into the session", () => {
    const next = step(ringing, commandOf("accept", "callee"), during);
    expect(next).toMatchObject({ value: { session: { state: "active", calleeDevice: "ben-1", answeredAt: during } } });
    const over = step(active, commandOf("hangUp", "caller"), late);
    expect(over).toMatchObject({ value: { session: { state: "ended", reason: "hungUp", endedAt: late } } });
  });
});
