import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { WatchedWindow } from "./windowWatch";
import { createX11WindowWatch } from "./x11WindowWatch";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const NORMAL = "window state: Normal";
const place = (x: number) =>
  `  Absolute upper-left X:  ${x}\n  Absolute upper-left Y:  20\n  Width: 300\n  Height: 200\n`;
const at = (x: number): WatchedWindow => ({ bounds: { x, y: 20, width: 300, height: 200 }, state: "normal" });

function watched(xwininfo = place(10), xprop = NORMAL) {
  const says = { xwininfo, xprop, errors: "" };
  const run = vi.fn(async (tool: "xwininfo" | "xprop") => ({ output: says[tool], errors: says.errors }));
  const ended = vi.fn();
  let onOutput: (text: string) => void = () => {};
  const seen: WatchedWindow[] = [];
  const stop = createX11WindowWatch({
    tools: {
      run,
      follow(_id, listener) {
        onOutput = listener;
        return ended;
      },
    },
    scaleFactor: () => 1,
  }).follow("window:7:0", (next) => seen.push(next));
  return { says, run, ended, seen, stop, event: (name: string) => onOutput(`\n${name} event, serial 1\n`) };
}

test("tells at once, after an event within a moment, and nothing twice", async () => {
  const { says, seen, event, stop } = watched();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toEqual([at(10)]);
  event("ConfigureNotify");
  await vi.advanceTimersByTimeAsync(100);
  expect(seen).toHaveLength(1);
  says.xwininfo = place(50);
  event("ConfigureNotify");
  await vi.advanceTimersByTimeAsync(100);
  expect(seen.at(-1)).toEqual(at(50));
  says.xprop = "window state: Iconic";
  event("UnmapNotify");
  await vi.advanceTimersByTimeAsync(100);
  expect(seen.at(-1)).toEqual({ ...at(50), state: "minimised" });
  stop();
});

test("a window that is dragged is looked at some sixteen times a second", async () => {
  const { run, event, stop } = watched();
  for (let n = 0; n < 100; n++) {
    event("ConfigureNotify");
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(run.mock.calls.length / 2).toBeLessThanOrEqual(18);
  expect(run.mock.calls.length / 2).toBeGreaterThanOrEqual(14);
  stop();
});

test("where nobody tells of a change it is seen within a second", async () => {
  const { says, seen, stop } = watched();
  await vi.advanceTimersByTimeAsync(0);
  says.xwininfo = place(50);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(seen.at(-1)).toEqual(at(50));
  stop();
});

test("a closed window is told once, and then nothing runs any more", async () => {
  const { says, run, seen, ended, event } = watched();
  await vi.advanceTimersByTimeAsync(0);
  says.errors = "BadWindow (invalid Window parameter)";
  event("DestroyNotify");
  await vi.advanceTimersByTimeAsync(100);
  expect(seen.at(-1)).toEqual({ bounds: null, state: "closed" });
  expect(ended).toHaveBeenCalledOnce();
  const looks = run.mock.calls.length;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(run.mock.calls.length).toBe(looks);
});

test("after it was ended nothing is told and nothing runs", async () => {
  const { seen, run, ended, stop } = watched();
  stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(seen).toEqual([]);
  expect(run.mock.calls.length).toBeLessThanOrEqual(2);
  expect(ended).toHaveBeenCalledOnce();
});

test("without the tools a window counts as normal, wherever it is", async () => {
  const { seen, stop } = watched("", "");
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toEqual([{ bounds: null, state: "normal" }]);
  stop();
});
