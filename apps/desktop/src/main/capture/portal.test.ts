import { expect, it } from "vitest";
import { opensPortal } from "./portal";

it.each([
  ["linux", { XDG_SESSION_TYPE: "wayland", WAYLAND_DISPLAY: "wayland-0", DISPLAY: ":0" }, true],
  ["linux", { WAYLAND_DISPLAY: "wayland-1" }, true],
  ["linux", { XDG_SESSION_TYPE: "x11", DISPLAY: ":0" }, false],
  ["linux", {}, false],
  ["win32", { WAYLAND_DISPLAY: "wayland-0" }, false],
  ["darwin", {}, false],
] as const)("%s with %o: %s", (platform, env, portal) => expect(opensPortal(platform, env)).toBe(portal));
