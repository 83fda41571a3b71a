import type { StoreApi } from "zustand/vanilla";
import { listDevices, watchDevices } from "../../media/devices";
import type { DevicesStore } from "../../ui/devices/deviceContext";
import type { MicrophoneHolder, VoiceMeter } from "./voiceMeter";

/** Not in Safari and not on phones, where the system chooses. */
const canChooseSpeaker = "setSinkId" in HTMLMediaElement.prototype;

/**
 * How often the list is looked at while a microphone is open, ms: on Linux Chromium hears of the kernel's devices only, and a
 * Bluetooth headset is one of the sound server. Elsewhere it answers from memory.
 */
const LOOK_MS = 750;

/** Keeps the list of devices true. Call `refresh` after a permission was given: labels show only then. */
export function followDevices(store: StoreApi<DevicesStore>, meter: VoiceMeter) {
  const devices = navigator.mediaDevices;
  const open = new Set<MicrophoneHolder>();
  let looking: ReturnType<typeof setInterval> | undefined;
  const refresh = async () => {
    const lists = await listDevices(devices);
    const speakers = canChooseSpeaker ? lists.speakers : [];
    const found = { ...lists, speakers, canSwitchCamera: lists.cameras.length > 1 };
    const before = store.getState();
    if (JSON.stringify({ ...before, ...found }) !== JSON.stringify(before)) store.setState(found);
  };
  watchDevices(devices, () => void refresh());
  void refresh();
  return {
    refresh,
    microphones: () => store.getState().microphones,
    cameraShown(track: MediaStreamTrack | null) {
      store.setState({ cameraFacesAway: track?.getSettings().facingMode === "environment" });
    },
    voiceShown(holder: MicrophoneHolder, track: MediaStreamTrack | null) {
      meter.follow(holder, track);
      if (track) open.add(holder);
      else open.delete(holder);
      clearInterval(looking);
      if (open.size > 0) looking = setInterval(() => void refresh(), LOOK_MS);
    },
  };
}

export type DeviceFollower = ReturnType<typeof followDevices>;
