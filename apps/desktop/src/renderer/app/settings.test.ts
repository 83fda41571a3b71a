import { describe, expect, it } from "vitest";
import { loadSettings, saveSettings } from "./settings";

const defaults = {
  theme: "system",
  microphoneId: null,
  cameraId: null,
  speakerId: null,
  sharePreset: "auto",
  alwaysRelay: false,
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
      sharePreset: "motion",
      alwaysRelay: true,
      whenBusy: "busy",
    } as const;
    saveSettings({ setItem: (key, text) => void kept.set(key, text) }, settings);
    expect(loadSettings({ getItem: (key) => kept.get(key) ?? null })).toEqual(settings);
  });
});
