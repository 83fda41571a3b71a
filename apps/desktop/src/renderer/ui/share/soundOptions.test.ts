import { expect, test } from "vitest";
import type { AudioChoice } from "../../../shared/sharing";
import { soundOptions, soundReasons } from "./soundOptions";

const wide: AudioChoice = { plan: "systemWithoutUs", available: true };
const none: AudioChoice = { plan: "none", available: true };
const needsApp: AudioChoice = { plan: "app", available: true, needsApp: true };
const apps = [
  { id: "1", name: "Firefox" },
  { id: "2", name: "mpv" },
];
const unknown = { appName: null, appIcon: null };

test("the app is called as on its card, else as its sound is called", () => {
  const app: AudioChoice = { plan: "app", available: true, appName: "firefox-esr" };
  const labels = (source: typeof unknown | { appName: string; appIcon: null }) =>
    soundOptions([app, wide, none], [], source).map(({ label }) => label);
  expect(labels({ appName: "Firefox", appIcon: null })).toEqual([
    "Sound of Firefox",
    "All sound except Sightline",
    "No sound",
  ]);
  expect(labels(unknown)[0]).toBe("Sound of firefox-esr");
});

test("where the app is not known there is a line for each app that sounds", () => {
  expect(
    soundOptions([needsApp, wide, none], apps, unknown).map(({ plan, appId, name }) => [plan, appId, name]),
  ).toEqual([
    ["app", "1", "Sound of Firefox"],
    ["app", "2", "Sound of mpv"],
    ["systemWithoutUs", null, "All sound except Sightline"],
    ["none", null, "No sound"],
  ]);
  expect(soundReasons([needsApp, wide, none], apps)).toEqual([expect.stringContaining("Which app's sound?")]);
});

test("where none sounds it says how one gets on the list", () => {
  expect(soundOptions([needsApp, none], [], unknown).map(({ plan }) => plan)).toEqual(["none"]);
  expect(soundReasons([needsApp, none], [])).toEqual([
    "No app is playing sound right now. Start playback, it appears here.",
  ]);
});

test("what cannot be had stays in sight, with its reason once", () => {
  const refused = (plan: AudioChoice["plan"]): AudioChoice => ({ plan, available: false, reason: "pipewireMissing" });
  const choices = [refused("app"), refused("systemWithoutUs"), none];
  expect(soundOptions(choices, apps, unknown).map(({ available }) => available)).toEqual([false, false, true]);
  expect(soundReasons(choices, apps)).toEqual([expect.stringContaining("Install pipewire-bin")]);
});
