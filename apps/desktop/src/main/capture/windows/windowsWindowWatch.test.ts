import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { WatchedWindow } from "../windowWatch";
import { watchedWindow, type WindowPlace } from "./windowPlace";
import type { WindowsApi } from "./windowsApi";
import { createWindowsWindowWatch } from "./windowsWindowWatch";

const half = ({ x, y, width, height }: NonNullable<WatchedWindow["bounds"]>) => ({
  x: x / 2,
  y: y / 2,
  width: width / 2,
  height: height / 2,
});
const open: WindowPlace = {
  processId: 7,
  isMinimised: false,
  isCloaked: false,
  visible: { x: -200, y: 20, width: 600, height: 400 },
};
const shown: WatchedWindow = { bounds: { x: -100, y: 10, width: 300, height: 200 }, state: "normal" };

test.each([
  ["an open window, in device-independent pixels", open, shown],
  ["a minimised one, which lies nowhere", { ...open, isMinimised: true }, { bounds: null, state: "minimised" }],
  ["one on another desktop", { ...open, isCloaked: true }, { bounds: null, state: "normal" }],
  ["one of an unknown place", { ...open, visible: null }, { bounds: null, state: "normal" }],
  ["one of no size", { ...open, visible: { x: 0, y: 0, width: 0, height: 400 } }, { bounds: null, state: "normal" }],
  ["one that is gone", null, { bounds: null, state: "closed" }],
  ["another's window under the same handle", { ...open, processId: 8 }, { bounds: null, state: "closed" }],
] as const)("%s", (_name, place, expected) => {
  expect(watchedWindow(place, 7, half)).toEqual(expected);
});

describe("following", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function followed(sourceId = "window:66:0", hasApi = true) {
    const now: { place: WindowPlace | null } = { place: open };
    const place = vi.fn(() => now.place);
    const api = { place } as unknown as WindowsApi;
    const seen: WatchedWindow[] = [];
    const watch = createWindowsWindowWatch({ loadApi: async () => (hasApi ? api : null), toDip: half });
    const stop = watch.follow(sourceId, (next) => seen.push(next));
    return { now, place, seen, stop };
  }

  test("tells at once, then each change within a moment, and nothing twice", async () => {
    const { now, place, seen, stop } = followed();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen).toEqual([shown]);
    expect(place.mock.calls.length).toBeGreaterThanOrEqual(14);
    expect(place.mock.calls.length).toBeLessThanOrEqual(18);
    now.place = { ...open, isMinimised: true };
    await vi.advanceTimersByTimeAsync(70);
    expect(seen.at(-1)?.state).toBe("minimised");
    now.place = open;
    await vi.advanceTimersByTimeAsync(70);
    expect(seen).toHaveLength(3);
    stop();
  });

  test.each([
    ["closed", null],
    ["closed, and its handle given to another", { ...open, processId: 8 }],
  ])("a window that is %s is told once, and then nothing is looked at any more", async (_name, last) => {
    const { now, place, seen } = followed();
    await vi.advanceTimersByTimeAsync(0);
    now.place = last;
    await vi.advanceTimersByTimeAsync(70);
    expect(seen.at(-1)).toEqual({ bounds: null, state: "closed" });
    const looks = place.mock.calls.length;
    now.place = open;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(place).toHaveBeenCalledTimes(looks);
    expect(seen).toHaveLength(2);
  });

  test("a window that was closed before is told as closed", async () => {
    const { now, seen } = followed();
    now.place = null;
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([{ bounds: null, state: "closed" }]);
  });

  test("after its end nothing is told or looked at", async () => {
    const { now, place, seen, stop } = followed();
    await vi.advanceTimersByTimeAsync(0);
    stop();
    const looks = place.mock.calls.length;
    now.place = null;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen).toEqual([shown]);
    expect(place).toHaveBeenCalledTimes(looks);
  });

  test.each([
    ["native functions cannot be called", "window:66:0", false],
    ["the id is no window's", "window:x:0", true],
  ])("where %s it is told once as normal, of no known place", async (_name, id, hasApi) => {
    const { seen } = followed(id, hasApi);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen).toEqual([{ bounds: null, state: "normal" }]);
  });
});
