import { expect, test } from "vitest";
import { fakeTrack } from "../fakeTrack";
import { createShareSound, type ShareSoundFact } from "./shareSound";
import { isAltered } from "./soundSettings";
import type { GuardOrder, GuardReport } from "./workletMessages";

function setUp() {
  const track = fakeTrack();
  const log: string[] = [];
  const guard = Object.assign(new EventTarget(), {
    start() {},
    postMessage: (order: GuardOrder) => void log.push(order.type),
  });
  const release = () => void log.push(`released with the track ${track.readyState}`);
  const { sound, end } = createShareSound({ track, altered: false, guard: guard as never, release });
  const report = (data: GuardReport) => guard.dispatchEvent(new MessageEvent("message", { data }));
  return { track, log, sound, end, report };
}

test("an echo ends it: first what is sent, then its source; and it is told once", () => {
  const { log, sound, report, end } = setUp();
  const facts: ShareSoundFact[] = [];
  sound.watch((fact) => facts.push(fact));
  report({ type: "first", sound: "heard" });
  report({ type: "echo", lagMs: 100, level: -40 });
  report({ type: "echo", lagMs: 100, level: -40 });
  end("lost");
  expect(log).toEqual(["close", "released with the track ended"]);
  expect(facts).toEqual([
    { type: "first", sound: "heard" },
    { type: "ended", reason: "echo" },
  ]);
});

test("what happened before anybody listened is told, but for levels", () => {
  const { sound, report, end } = setUp();
  report({ type: "level", level: -20 });
  end("failed");
  const facts: ShareSoundFact[] = [];
  sound.watch((fact) => facts.push(fact));
  expect(facts).toEqual([{ type: "ended", reason: "failed" }]);
});

test("stopping is no loss", () => {
  const { track, sound, end } = setUp();
  const facts: ShareSoundFact[] = [];
  sound.watch((fact) => facts.push(fact));
  sound.stop();
  end("lost");
  expect([track.readyState, facts]).toEqual(["ended", []]);
});

test.each([
  [{}, false],
  [{ echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 2 }, false],
  [{ echoCancellation: true }, true],
  [{ noiseSuppression: true, channelCount: 2 }, true],
  [{ autoGainControl: true }, true],
  [{ channelCount: 1 }, true],
] satisfies [MediaTrackSettings, boolean][])("settings %o: altered %s", (settings, altered) => {
  expect(isAltered(settings)).toBe(altered);
});
