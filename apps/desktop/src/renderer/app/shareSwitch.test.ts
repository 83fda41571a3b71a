import { expect, test } from "vitest";
import type { CallEvent } from "../call/callEvents";
import { fakeTrack } from "../media/fakeTrack";
import type { LocalTracks } from "../media/localTracks";
import { createShareSwitch } from "./shareSwitch";

type Switched = Awaited<ReturnType<LocalTracks["switchShare"]>>;

const call = "10000000-0000-4000-8000-00000000000a";
const nextCall = "20000000-0000-4000-8000-00000000000b";
const picture = fakeTrack("video");
const shown: Switched = { status: "open", value: { picture, sound: null } };

function setUp(answer: (asked: { becomes(call: string | null): void }) => Switched, allowed = true, sound = false) {
  const log: (CallEvent | string)[] = [];
  let current: string | null = call;
  const exchange = createShareSwitch({
    tracks: {
      current: { voice: null, camera: null, share: picture, shareSound: sound ? fakeTrack() : null },
      switchShare: async () =>
        answer({
          becomes(next) {
            current = next;
          },
        }),
    },
    allowed: async () => allowed,
    callId: () => current,
    dispatch: (event) => log.push(event),
    notify: ({ message }) => log.push(message),
  });
  return { log, exchange };
}

test.each([true, false])("the other source is shown, sound: %s", async (sound) => {
  const { log, exchange } = setUp(() => shown, true, sound);
  expect(await exchange.run("display")).toBe(true);
  expect(log).toEqual([{ type: "shareSwitched", callId: call, sound }]);
});

test("cancelled: the first goes on, and nobody is told off", async () => {
  const { log, exchange } = setUp(() => ({ status: "problem", problem: "cancelled" }));
  expect(await exchange.run("display")).toBe(false);
  expect(log).toEqual([{ type: "shareSwitchEnded", callId: call }]);
});

test.each(["failed", "missing", "blocked"] as const)("%s: the first goes on, and that is said", async (problem) => {
  const { log, exchange } = setUp(() => ({ status: "problem", problem }));
  expect(await exchange.run("display")).toBe(false);
  expect(log).toEqual(["shareSwitchFailed", { type: "shareSwitchEnded", callId: call }]);
});

test("stopped meanwhile, or not allowed any more: silence", async () => {
  const stopped = setUp(() => ({ status: "released" }));
  expect(await stopped.exchange.run("display")).toBe(false);
  const late = setUp(({ becomes }) => {
    becomes(null);
    return shown;
  });
  expect(await late.exchange.run("display")).toBe(false);
  const over = setUp(() => shown, false);
  expect(await over.exchange.run("display")).toBe(false);
  expect([stopped.log, late.log, over.log]).toEqual([[], [], []]);
});

test("both called at once: it is told to the call that stands", async () => {
  const { log, exchange } = setUp(({ becomes }) => {
    becomes(nextCall);
    return shown;
  });
  await exchange.run("display");
  expect(log).toEqual([{ type: "shareSwitched", callId: nextCall, sound: false }]);
});
