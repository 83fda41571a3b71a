import { expect, test } from "vitest";
import type { SharedSource } from "../../shared/sharing";
import { createContentProtection } from "./contentProtection";

function fakeWindow({ destroyed = false, focusable = true } = {}) {
  const log: boolean[] = [];
  return {
    log,
    isDestroyed: () => destroyed,
    isFocusable: () => focusable,
    setContentProtection: (on: boolean) => void log.push(on),
  };
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
  const gone = fakeWindow({ destroyed: true });
  const overlay = fakeWindow({ focusable: false });
  const protection = createContentProtection(() => [ours, gone, overlay]);
  for (const one of shared) protection.follow(one);
  expect(ours.log).toEqual(log);
  expect([gone.log, overlay.log], "the overlay's protection is its own").toEqual([[], []]);
});

test("a window that opens while a screen is shared is protected from its first moment", () => {
  const [early, late] = [fakeWindow(), fakeWindow()];
  const protection = createContentProtection(() => [early]);
  protection.opened(early);
  protection.follow(screen);
  protection.opened(late);
  expect([early.log, late.log]).toEqual([[true], [true]]);
});
