import { expect, test } from "vitest";
import { endsByClosing } from "./shareEnd";

const window = { id: "window:7:0", kind: "window" } as const;
const screen = { id: "screen:0:0", kind: "screen" } as const;
const ours = { canRefresh: true };

test.each([
  ["a window on X11", "linux", ours, window, true],
  ["a window on Windows", "windows", ours, window, true],
  ["a window on macOS, whose menu bar can stop a share", "macos", ours, window, false],
  ["a window on Wayland, whose panel can stop a share", "linux", { canRefresh: false }, window, false],
  ["a screen", "linux", ours, screen, false],
  ["something in a browser", "linux", null, null, false],
] as const)("%s", (_what, system, sharing, shared, closed) => {
  expect(endsByClosing({ system, sharing }, shared)).toBe(closed);
});
