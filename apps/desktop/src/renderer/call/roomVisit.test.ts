import type { RoomLook } from "@sightline/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ann, bob, mine, theirs } from "./callSamples";
import { nowhere, stepVisit, type Visit, type VisitEffect, type VisitEvent } from "./roomVisit";

const tea = "A".repeat(22);
const other = "B".repeat(22);
const look: RoomLook = { id: tea, name: "Tea", ownerName: "Ann", mine: false, door: "open", inside: 1 };
const met: VisitEvent = { type: "met", roomId: tea, callId: theirs, peer: ann, role: "caller" };
const off = { camera: false, microphone: false };
const opened: VisitEvent = { type: "opened", roomId: tea };
const looked: VisitEvent = { type: "looked", look };
const enter: VisitEvent = { type: "enterRequested" };
const entered: VisitEvent = { type: "entered", roomId: tea };
const inside = [opened, looked, enter, entered];

function play(events: readonly VisitEvent[]): { visit: Visit; effects: readonly VisitEffect[] } {
  let visit: Visit = nowhere;
  const effects: VisitEffect[] = [];
  for (const event of events) {
    const next = stepVisit(visit, event);
    visit = next.visit;
    effects.push(...next.effects);
  }
  return { visit, effects };
}

const names = (events: readonly VisitEvent[]) => play(events).effects.map(({ type }) => type);

describe("a visit", () => {
  test("leads over the door inside, and into the call with whom the server names", () => {
    expect(names([...inside, { type: "chosen", choice: off }, met])).toEqual(["look", "enter", "startCall"]);
    const { visit, effects } = play([...inside, { type: "chosen", choice: off }, met]);
    expect(visit).toMatchObject({ at: "inside", callId: theirs });
    expect(effects.at(-1)).toMatchObject({ callId: theirs, peer: ann, role: "caller", choice: off });
  });

  test("the news of the other may come before the answer to Enter", () => {
    const { visit } = play([opened, looked, enter, met, entered]);
    expect(visit).toMatchObject({ at: "inside", callId: theirs });
  });

  test.each([
    ["room.full", { at: "door", look: { door: "full" }, problem: null, entering: false }],
    ["room.locked", { at: "door", look: { door: "locked" }, problem: null, entering: false }],
    ["call.selfBusy", { at: "door", look: { door: "open" }, problem: "call.selfBusy", entering: false }],
    ["room.notFound", { at: "deadEnd", why: "room.notFound" }],
  ] as const)("Enter refused with %s", (code, state) => {
    expect(play([opened, looked, enter, { type: "enterRefused", roomId: tea, code }]).visit).toMatchObject(state);
  });

  test.each([
    ["them", [], { at: "inside", callId: null, choice: off }],
    ["me", ["leave"], { at: "nowhere" }],
    ["noConnection", ["leave"], { at: "door", problem: "noConnection", choice: off }],
  ] as const)("a call that is ended by %s", (by, effects, state) => {
    const over: VisitEvent = { type: "callOver", callId: theirs, by, choice: off };
    expect(names([...inside, met, over]).slice(3)).toEqual(effects);
    expect(play([...inside, met, over]).visit).toMatchObject(state);
  });

  test.each(["closed", "elsewhere"] as const)("put out: %s", (reason) => {
    const events: VisitEvent[] = [...inside, met, { type: "left", roomId: tea, reason }];
    expect(names(events).at(-1)).toBe("endCall");
    expect(play(events).visit).toEqual({ at: "deadEnd", roomId: tea, why: reason });
  });

  test("leaving gives the seat back, also while Enter is on its way", () => {
    expect(names([...inside, { type: "leaveRequested" }]).at(-1)).toBe("leave");
    expect(names([opened, looked, enter, { type: "leaveRequested" }]).at(-1)).toBe("leave");
    expect(names([...inside, met, { type: "leaveRequested" }]).slice(-2)).toEqual(["leave", "endCall"]);
    expect(names([opened, looked, { type: "leaveRequested" }])).toEqual(["look"]);
  });

  test("who waits enters again when the server is back, who talks does not", () => {
    expect(names([...inside, { type: "serverBack" }]).at(-1)).toBe("enter");
    expect(names([...inside, met, { type: "serverBack" }]).at(-1)).toBe("startCall");
  });

  test("a link that waits for the log-in is looked at afterwards", () => {
    const failed: VisitEvent = { type: "lookFailed", roomId: tea, code: "auth.required" };
    expect(names([opened, failed, { type: "serverBack" }])).toEqual(["look", "look"]);
  });

  test("another link does not lead out of a room", () => {
    expect(play([...inside, { type: "opened", roomId: other }]).visit).toMatchObject({ at: "inside", roomId: tea });
  });
});

const roomId = fc.constantFrom(tea, tea, other);
const code = fc.constantFrom("room.full", "room.notFound", "auth.required", "server.unavailable");
const of = <T extends string>(...types: T[]) => fc.constantFrom(...types);
const choice = fc.record({ camera: fc.boolean(), microphone: fc.boolean() });
const callId = fc.constantFrom(mine, theirs);
const anyEvent: fc.Arbitrary<VisitEvent> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: of("opened", "entered", "entered"), roomId }) },
  { weight: 4, arbitrary: fc.record({ type: of("enterRequested", "leaveRequested", "serverBack") }) },
  { weight: 3, arbitrary: fc.record({ type: of("looked"), look: roomId.map((id) => ({ ...look, id })) }) },
  { weight: 2, arbitrary: fc.record({ type: of("lookFailed", "enterRefused"), roomId, code }) },
  { weight: 1, arbitrary: fc.record({ type: of("chosen"), choice }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: of("met"),
      roomId,
      callId,
      peer: fc.constantFrom(ann, bob),
      role: of("caller", "callee"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: of("left"), roomId, reason: of("closed", "elsewhere") }) },
  { weight: 3, arbitrary: fc.record({ type: of("callOver"), callId, by: of("me", "them", "noConnection"), choice }) },
);

describe("whatever happens, in whatever order", () => {
  test("R1 R3 R35 a call begins only in a room the person pressed Enter for and has not left, with whom the server named", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        let visit: Visit = nowhere;
        let consented: string | null = null;
        let talking = false;
        for (const event of events) {
          const before = visit;
          const { visit: after, effects } = stepVisit(before, event);
          if (event.type === "enterRequested" && before.at === "door") consented = before.roomId;
          for (const effect of effects) {
            if (effect.type === "enter") expect(effect.roomId).toBe(consented);
            if (effect.type !== "startCall") continue;
            expect(event).toMatchObject({ type: "met", roomId: consented, callId: effect.callId, peer: effect.peer });
            expect(talking).toBe(false);
            talking = true;
          }
          if (effects.some(({ type }) => type === "endCall") || event.type === "callOver") talking = false;
          if (after.at === "inside") expect(after.roomId).toBe(consented);
          if (after.at !== "inside" && !(after.at === "door" && after.entering)) [consented, talking] = [null, false];
          visit = after;
          talking = visit.at === "inside" && visit.callId !== null;
        }
      }),
      { numRuns: 5000 },
    );
  });

  test("every seat that was taken is given back by the time the person is nowhere", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        let visit: Visit = nowhere;
        for (const event of events) {
          const { visit: after, effects } = stepVisit(visit, event);
          const mayHaveSeat = visit.at === "inside" || (visit.at === "door" && visit.entering);
          if (mayHaveSeat && after.at === "nowhere") expect(effects.map(({ type }) => type)).toContain("leave");
          visit = after;
        }
        expect(stepVisit(visit, { type: "leaveRequested" }).visit).toEqual(nowhere);
      }),
    );
  });
});
