import { describe, expect, test } from "vitest";
import { type AudioSystem, audioOffers } from "./audioPlan";
import type { AudioOffer } from "./soundSystem";

const windows = (systemVersion: string): AudioSystem => ({
  platform: "win32",
  systemVersion,
  electronVersion: "45.4.1",
});
const macos = (systemVersion: string): AudioSystem => ({
  platform: "darwin",
  systemVersion,
  electronVersion: "45.4.1",
});
const linux: AudioSystem = { platform: "linux", systemVersion: "6.1.0", electronVersion: "45.4.1" };
const player = { processId: "4242", appName: "Player" };

function deviceIdOf(grant: AudioOffer["grant"]): string | null {
  return grant?.way === "display" ? grant.deviceId : null;
}

/** `plan>deviceId` of what can be had, `plan!reason` of what cannot. */
function offered(...[system, kind, process]: Parameters<typeof audioOffers>): string[] {
  return audioOffers(system, kind, process).map(({ choice, grant }) =>
    choice.available ? `${choice.plan}>${deviceIdOf(grant)}` : `${choice.plan}!${choice.reason}`,
  );
}

const works = ["systemWithoutUs>loopbackWithoutChrome", "none>null"];
const windowsTooOld = ["app!windowsTooOld", "systemWithoutUs!windowsTooOld", "none>null"];
const macosTooOld = ["app!macosTooOld", "systemWithoutUs!macosTooOld", "none>null"];
const appTooOld = ["app!appTooOld", "systemWithoutUs!appTooOld", "none>null"];

describe("sound of a window whose process is known", () => {
  test.each([
    ["Windows 11 24H2", windows("10.0.26100"), ["app>applicationLoopback:4242", ...works]],
    ["Windows 11 21H2", windows("10.0.22000"), ["app>applicationLoopback:4242", ...works]],
    ["Windows 10 22H2", windows("10.0.19045"), ["app>applicationLoopback:4242", ...works]],
    ["Windows 10 21H2, not measured", windows("10.0.19044"), windowsTooOld],
    ["Windows 10 2004", windows("10.0.19041"), windowsTooOld],
    ["Windows 8.1", windows("6.3.9600"), windowsTooOld],
    ["macOS 26", macos("26.1"), ["app!noProcess", ...works]],
    ["macOS 15.0", macos("15.0"), ["app!noProcess", ...works]],
    ["macOS 14.2", macos("14.2"), ["app!noProcess", ...works]],
    ["macOS 14.1.2", macos("14.1.2"), macosTooOld],
    ["macOS 13.0", macos("13.0"), macosTooOld],
    ["macOS 12.7.6", macos("12.7.6"), macosTooOld],
    ["a system of no known kind", { ...linux, platform: "freebsd" as const }, ["none>null"]],
  ])("%s", (_name, system, expected) => {
    expect(offered(system, "window", player)).toEqual(expected);
  });
});

describe("sound of a bundle on macOS", () => {
  const bundle = { processId: "4242", bundleId: "com.example.Player", appName: "Player" };

  test.each([
    ["macOS 26", macos("26.1"), ["app>applicationLoopback:com.example.Player", ...works]],
    ["macOS 14.2", macos("14.2"), ["app>applicationLoopback:com.example.Player", ...works]],
    ["macOS 14.1", macos("14.1"), macosTooOld],
  ])("%s", (_name, system, expected) => {
    expect(offered(system, "window", bundle)).toEqual(expected);
  });

  test.each(["", "4242", "com.example/x", "com.example:1", "com.example\n", "a".repeat(156)])(
    "takes no malformed bundle: %j",
    (bundleId) => {
      expect(offered(macos("15.0"), "window", { ...bundle, bundleId })).toEqual(["app!noProcess", ...works]);
    },
  );
});

test.each(["startsOthers", "notAlone"] as const)("why the app cannot be taken alone is told: %s", (reason) => {
  expect(offered(windows("10.0.22631"), "window", reason)).toEqual([`app!${reason}`, ...works]);
});

test("the app's name goes with its sound", () => {
  expect(audioOffers(windows("10.0.22631"), "window", player)[0]?.choice.appName).toBe("Player");
});

describe("sound of one app", () => {
  test("is not offered for a screen", () => {
    expect(offered(windows("10.0.22631"), "screen", player)).toEqual(["app!screenHasNoApp", ...works]);
    expect(offered(macos("15.0"), "screen", null)).toEqual(["app!screenHasNoApp", ...works]);
  });

  test("is not offered, nor widened, when the process is unknown", () => {
    expect(offered(windows("10.0.22631"), "window", null)).toEqual(["app!noProcess", ...works]);
  });

  test.each([
    "",
    "12a",
    "-1",
    "1.5",
    " 7",
    "7\n",
    "0x10",
    "12345678901",
    "4294967296",
    "0",
    "1:2",
    "applicationLoopback:1",
    "١٢",
  ])("takes no process id but 1 to 10 digits: %j", (processId) => {
    expect(offered(windows("10.0.22631"), "window", { processId })).toEqual(["app!noProcess", ...works]);
  });
});

describe("Electron", () => {
  test.each(["43.4.0", "43.10.0", "44.0.0", "45.4.1"])("%s knows the device ids", (electronVersion) => {
    expect(offered({ ...windows("10.0.22631"), electronVersion }, "window", null)).toContain(works[0]);
  });

  test.each(["33.4.11", "42.9.9", "43.3.9", "", "x.y"])("%j does not, so no sound can be had", (electronVersion) => {
    expect(offered({ ...windows("10.0.22631"), electronVersion }, "window", player)).toEqual(appTooOld);
    expect(offered({ ...macos("15.0"), electronVersion }, "window", player)).toEqual(appTooOld);
  });
});

test("never the plain loopback, which contains our own call", () => {
  const systems = [windows("10.0.26100"), windows("10.0.19041"), macos("15.0"), macos("13.0"), linux];
  const ids = systems.flatMap((system) =>
    (["window", "screen"] as const).flatMap((kind) =>
      [player, null].flatMap((process) => audioOffers(system, kind, process).map(({ grant }) => deviceIdOf(grant))),
    ),
  );
  expect(new Set(ids)).toEqual(new Set([null, "loopbackWithoutChrome", "applicationLoopback:4242"]));
});
