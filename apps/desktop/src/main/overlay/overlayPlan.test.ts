import { expect, test } from "vitest";
import { mayCover } from "./overlayPlan";

test.each([
  ["X11", "linux", "6.1.0", false, { window: true, screen: false }],
  ["Wayland", "linux", "6.1.0", true, { window: false, screen: false }],
  ["Windows 11", "win32", "10.0.22631", false, { window: true, screen: true }],
  ["Windows 10 2004", "win32", "10.0.19041", false, { window: true, screen: true }],
  ["Windows 10 1909", "win32", "10.0.18363", false, { window: true, screen: false }],
  ["macOS 14", "darwin", "14.7.1", false, { window: true, screen: true }],
  ["macOS 15", "darwin", "15.0", false, { window: true, screen: false }],
  ["macOS 26", "darwin", "26.1", false, { window: true, screen: false }],
  ["a system of no known kind", "freebsd", "14.0", false, { window: false, screen: false }],
] as const)("%s", (_name, platform, systemVersion, portal, expected) => {
  const system = { platform, systemVersion, portal };
  expect({ window: mayCover(system, "window"), screen: mayCover(system, "screen") }).toEqual(expected);
});
