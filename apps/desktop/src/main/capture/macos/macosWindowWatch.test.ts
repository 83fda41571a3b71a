import { describe, expect, test, vi } from "vitest";
import type { WatchedWindow } from "../windowWatch";
import { createMacosWindowWatch } from "./macosWindowWatch";
import { type MacosPlace, readPlace, watchedPlace } from "./windowPlace";

const open: MacosPlace = { processId: 7, onScreen: true, x: -200, y: 20, width: 600, height: 400 };
const shown: WatchedWindow = { bounds: { x: -200, y: 20, width: 600, height: 400 }, state: "normal" };

test.each([
  ["an open window", open, shown],
  ["one off the screen", { ...open, onScreen: false }, { bounds: null, state: "normal" }],
  ["one of no size", { ...open, height: 0 }, { bounds: null, state: "normal" }],
  ["one that is gone", null, { bounds: null, state: "closed" }],
  ["another's window under the same number", { ...open, processId: 8 }, { bounds: null, state: "closed" }],
] as const)("%s", (_name, place, expected) => {
  expect(watchedPlace(place, 7)).toEqual(expected);
});

test.each([
  ["a place", JSON.stringify(open), open],
  ["nothing left", "null", null],
  ["no JSON", "execution error: -1743", undefined],
  ["a place nowhere", JSON.stringify({ ...open, x: 1e9 }), undefined],
  ["no number", JSON.stringify({ ...open, x: null }), undefined],
  ["more than was asked", JSON.stringify({ ...open, title: "secret" }), undefined],
] as const)("a line with %s", (_name, line, expected) => {
  expect(readPlace(line)).toEqual(expected);
});

describe("following", () => {
  function followed(sourceId = "window:66:0") {
    const stopped = vi.fn();
    const started: { line(line: string): void; end(): void }[] = [];
    const values: (readonly string[])[] = [];
    const watch = createMacosWindowWatch({
      followScript(_script, given, on) {
        values.push(given);
        started.push(on);
        return { stop: stopped };
      },
    });
    const seen: WatchedWindow[] = [];
    const stop = watch.follow(sourceId, (next) => seen.push(next));
    return { started, values, seen, stop, stopped };
  }
  const line = (place: MacosPlace | null) => JSON.stringify(place);

  test("each change is told once, in the window's own number", () => {
    const { started, values, seen } = followed();
    started[0]?.line(line(open));
    started[0]?.line(line(open));
    started[0]?.line("execution error");
    started[0]?.line(line({ ...open, onScreen: false }));
    expect(values).toEqual([["66"]]);
    expect(seen).toEqual([shown, { bounds: null, state: "normal" }]);
  });

  test("a script that ended after it told something is started again, and tells nothing twice", () => {
    const { started, seen } = followed();
    started[0]?.line(line(open));
    started[0]?.end();
    started[1]?.line(line(open));
    expect(started).toHaveLength(2);
    expect(seen).toEqual([shown]);
  });

  test.each([
    ["gone", null],
    ["another process's", { ...open, processId: 8 }],
  ])("a window that is %s is told as closed, and nothing after it", (_name, last) => {
    const { started, seen, stopped } = followed();
    started[0]?.line(line(open));
    started[0]?.line(line(last));
    started[0]?.line(line(open));
    started[0]?.end();
    expect(seen).toEqual([shown, { bounds: null, state: "closed" }]);
    expect(stopped).toHaveBeenCalled();
    expect(started).toHaveLength(1);
  });

  test("where the script tells nothing, the window counts as normal, of no known place", () => {
    const { started, seen } = followed();
    started[0]?.end();
    expect(seen).toEqual([{ bounds: null, state: "normal" }]);
    expect(started).toHaveLength(1);
  });

  test("an id that is no window's is never passed on", async () => {
    const { started, seen } = followed("window:0; rm:0");
    await Promise.resolve();
    expect(started).toEqual([]);
    expect(seen).toEqual([{ bounds: null, state: "normal" }]);
  });

  test("after its end nothing is told or started", () => {
    const { started, seen, stop, stopped } = followed();
    stop();
    started[0]?.line(line(open));
    started[0]?.end();
    expect(seen).toEqual([]);
    expect(stopped).toHaveBeenCalledOnce();
    expect(started).toHaveLength(1);
  });
});
