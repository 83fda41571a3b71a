import { expect, test } from "vitest";
import { reasonAgainstDesktop } from "./desktop.mjs";

test.each([
  ["Linux with X11", { DISPLAY: ":0" }, "linux", 1000, undefined],
  ["Linux with Wayland", { WAYLAND_DISPLAY: "wayland-0" }, "linux", 1000, undefined],
  ["Linux without a display", {}, "linux", 1000, "there is no display"],
  ["Linux as root", { DISPLAY: ":0" }, "linux", 0, "Electron refuses to run its sandbox as root"],
  ["macOS", {}, "darwin", 501, undefined],
  ["Windows", {}, "win32", undefined, undefined],
] as const)("%s", (_name, env, platform, uid, reason) => {
  expect(reasonAgainstDesktop(env, platform, uid)).toBe(reason);
});
