import { describe, expect, it } from "vitest";
import { loadSettings, saveSettings } from "./settings";

const defaults = {
  theme: "system",
  microphoneId: null,
  cameraId: null,
  speakerId: null,
  noiseSuppression: true,
  echoCancellation: true,
  autoGain: true,
  sharePreset: "auto",
  alwaysRelay: false,
  connectEarly: true,
  whenBusy: "wait",
};

describe("settings", () => {
  it.each([null, "", "not json", "null", "7", '{"theme":"pink","cameraId":4}'])("%s gives the defaults", (text) =>
    expect(loadSettings({ getItem: () => text })).toEqual(defaults),
  );

  it("come back as they were saved", () => {
    const kept = new Map<string, string>();
    const settings = {
      theme: "dark",
      microphoneId: "m",
      cameraId: null,
      speakerId: "s",
      noiseSuppression: false,
      echoCancellation: true,
      autoGain: false,
      sharePreset: "motion",
      alwaysRelay: true,
      connectEarly: false,
      whenBusy: "busy",
    } as const;
    saveSettings({ setItem: (key, text) => void kept.set(key, text) }, settings);
    expect(loadSettings({ getItem: (key) => kept.get(key) ?? null })).toEqual(settings);
  });
});
