import { describe, expect, it, test } from "vitest";
import { run, ringing, theirs, ways } from "./callSamples";
import type { StampedCallEvent } from "./callEvents";
import { viewOf } from "./callViewOf";

const elsewhere = (reason: "answeredElsewhere" | "declinedElsewhere"): StampedCallEvent => ({
  type: "endedByServer",
  callId: theirs,
  reason,
  device: "Firefox on Windows",
});
const accepting: readonly StampedCallEvent[] = [ringing(), { type: "acceptRequested", camera: false }];
const refused: StampedCallEvent = { type: "acceptRefused", callId: theirs, code: "call.wrongState" };
const answered = elsewhere("answeredElsewhere");

describe("F3 the other device of mine that took the call", () => {
  it.each([
    ["answers while it rings here", [ringing(), answered], "answeredElsewhere"],
    ["declines while it rings here", [ringing(), elsewhere("declinedElsewhere")], "declinedElsewhere"],
    ["was faster, and the refusal comes last", [...accepting, answered, refused], "answeredElsewhere"],
    ["was faster, and the refusal comes first", [...accepting, refused, answered], "answeredElsewhere"],
  ] as const)("%s", (_name, events, reason) => {
    expect(viewOf(run(events).state)).toMatchObject({ screen: "ended", reason, device: "Firefox on Windows" });
  });

  test("is not named for another call, another end, or after the person has closed the news", () => {
    const other = { ...answered, callId: "30000000-0000-4000-8000-00000000000c" } as StampedCallEvent;
    for (const events of [
      [...accepting, refused, other],
      [...ways.calleeEnded, answered],
      [...accepting, refused, { type: "endedDismissed" } as const, answered],
    ]) {
      expect(viewOf(run(events).state)).not.toHaveProperty("device");
    }
  });

  test("without a name it is told all the same", () => {
    const view = viewOf(run([ringing(), { type: "endedByServer", callId: theirs, reason: "answeredElsewhere" }]).state);
    expect(view).toMatchObject({ screen: "ended", reason: "answeredElsewhere" });
  });
});
