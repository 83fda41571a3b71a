import { expect, test } from "vitest";
import type { SharedSource } from "../../shared/sharing";
import { createContentProtection } from "./contentProtection";

function fakeWindow(destroyed = false) {
  const log: boolean[] = [];
  return { log, isDestroyed: () => destroyed, setContentProtection: (on: boolean) => void log.push(on) };
}

const screen: SharedSource = { sourceId: "screen:0:0", paused: false };
const window: SharedSource = { sourceId: "window:7:0", paused: false };

test.each<[string, readonly (SharedSource | null)[], readonly boolean[]]>([
  ["a screen", [screen, null], [true, false]],
  ["a window", [window, null], []],
  ["a screen that is paused stays protected", [screen, { ...screen, paused: true }, screen, null], [true, false]],
  ["from a screen to a window", [screen, window, null], [true, false]],
  ["from a window to a screen", [window, screen, { ...screen, sourceId: "screen:1:0" }, null], [true, false]],
])("%s", (_what, shared, log) => {
  const ours = fakeWindow();
  const gone = fakeWindow(true);
  const protect = createContentProtection(() => [ours, gone]);
  for (const one of shared) protect(one);
  expect(ours.log).toEqual(log);
  expect(gone.log).toEqual([]);
});
