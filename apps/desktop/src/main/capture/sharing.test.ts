import { expect, test } from "vitest";
import { createArmedShareStore } from "./armedShare";
import { createSharing, type SharingParts } from "./sharing";

const picture = { isEmpty: () => true, toDataURL: () => "" };
const captured = ["window:1:0", "window:99:0"].map((id) => ({ id, name: id, thumbnail: picture, appIcon: null }));

function sharingWith(parts: Partial<SharingParts> = {}) {
  const armed = createArmedShareStore(() => 0);
  const sharing = createSharing({
    capture: async () => captured,
    ownIds: () => ["window:99:1"],
    system: { platform: "win32", systemVersion: "10.0.22631", electronVersion: "45.4.1" },
    processOf: () => null,
    armed,
    isInCall: () => true,
    ...parts,
  });
  return { sharing, armed };
}

test("a listed source is armed with the device id of the chosen sound", async () => {
  const { sharing, armed } = sharingWith();
  await sharing.listSources();
  expect(sharing.arm("window:1:0", "systemWithoutUs")).toBe(true);
  expect(armed.take()).toEqual({ sourceId: "window:1:0", title: "window:1:0", audioDeviceId: "loopbackWithoutChrome" });
});

test("R39: nothing is armed before the picker listed it, and never our own window", async () => {
  const { sharing, armed } = sharingWith();
  expect(sharing.arm("window:1:0", "none")).toBe(false);
  expect(sharing.audioChoices("window:1:0")).toEqual([]);
  await sharing.listSources();
  expect(sharing.arm("window:99:0", "none")).toBe(false);
  expect(sharing.arm("window:2:0", "none")).toBe(false);
  expect(armed.isArmed()).toBe(false);
});

test("R39: nothing is armed outside a call", async () => {
  const { sharing, armed } = sharingWith({ isInCall: () => false });
  await sharing.listSources();
  expect(sharing.arm("window:1:0", "none")).toBe(false);
  expect(armed.isArmed()).toBe(false);
});

test("a sound that cannot be had is refused, not replaced by another", async () => {
  const { sharing, armed } = sharingWith();
  await sharing.listSources();
  expect(sharing.audioChoices("window:1:0")[0]).toEqual({ plan: "app", available: false, reason: "noProcess" });
  expect(sharing.arm("window:1:0", "app")).toBe(false);
  expect(armed.isArmed()).toBe(false);
});

test("the sound of an app is armed by its process", async () => {
  const { sharing, armed } = sharingWith({ processOf: () => ({ processId: "77", appName: "Player" }) });
  await sharing.listSources();
  expect(sharing.arm("window:1:0", "app")).toBe(true);
  expect(armed.take()?.audioDeviceId).toBe("applicationLoopback:77");
});
