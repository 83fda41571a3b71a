import { afterEach, expect, test, vi } from "vitest";
import { listDevices, watchDevices } from "./devices";

afterEach(() => void vi.useRealTimers());

function devices(found: readonly { kind: string; deviceId: string; label: string; groupId?: string }[] | Error) {
  const enumerateDevices = async () => {
    if (found instanceof Error) throw found;
    return found;
  };
  return Object.assign(new EventTarget(), { enumerateDevices }) as unknown as MediaDevices;
}

test("devices by kind, without the browser's aliases and without what has no name yet", async () => {
  const lists = await listDevices(
    devices([
      { kind: "audioinput", deviceId: "default", label: "Default - Desk" },
      { kind: "audioinput", deviceId: "communications", label: "Communications - Desk" },
      { kind: "audioinput", deviceId: "m", label: "Desk" },
      { kind: "videoinput", deviceId: "", label: "" },
      { kind: "videoinput", deviceId: "c", label: "Front" },
      { kind: "audiooutput", deviceId: "s", label: "Speaker" },
    ]),
  );
  expect(lists).toEqual({
    microphones: [{ deviceId: "m", label: "Desk" }],
    cameras: [{ deviceId: "c", label: "Front" }],
    speakers: [{ deviceId: "s", label: "Speaker" }],
    systemMicrophone: "Desk",
    systemSpeaker: null,
  });
});

test("the system's device has the name of its group, or none where the alias tells nothing", async () => {
  const alias = { kind: "audiooutput", deviceId: "default", label: "Default", groupId: "g" };
  const speaker = { kind: "audiooutput", deviceId: "s", label: "Speaker", groupId: "g" };
  expect((await listDevices(devices([alias, speaker]))).systemSpeaker).toBe("Speaker");
  expect((await listDevices(devices([alias, { ...speaker, groupId: "h" }]))).systemSpeaker).toBeNull();
});

test("no access means no devices", async () => {
  const none = { microphones: [], cameras: [], speakers: [], systemMicrophone: null, systemSpeaker: null };
  expect(await listDevices(undefined)).toEqual(none);
  expect(await listDevices(devices(new Error("no")))).toEqual(none);
});

test("one headset is one change", () => {
  vi.useFakeTimers();
  const source = devices([]);
  const listener = vi.fn();
  const unsubscribe = watchDevices(source, listener);
  for (let n = 0; n < 3; n++) source.dispatchEvent(new Event("devicechange"));
  vi.runAllTimers();
  expect(listener).toHaveBeenCalledTimes(1);
  source.dispatchEvent(new Event("devicechange"));
  unsubscribe();
  source.dispatchEvent(new Event("devicechange"));
  vi.runAllTimers();
  expect(listener).toHaveBeenCalledTimes(1);
});
