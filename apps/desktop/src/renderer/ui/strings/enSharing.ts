import type { AudioChoice, AudioUnavailable, ShareSource } from "../../../shared/sharing";
import { soundNeeds } from "../../../shared/soundNeeds";
import type { PickerStore } from "../appContext";

/** Why a sound is not on the list, and what helps. */
const audioUnavailable: Record<AudioUnavailable, string> = {
  windowsTooOld: `${soundNeeds.windows.name} or newer is needed for sound.`,
  macosTooOld: `${soundNeeds.macos.name} or newer is needed for sound.`,
  appTooOld: "This version of Sightline is too old for sound. Update it.",
  pipewireMissing:
    "PipeWire's tools are needed for sound. Install pipewire-bin (Debian, Ubuntu) or pipewire-utils (Fedora).",
  sandboxed: "As a Flatpak or snap, Sightline cannot reach the sound of other apps.",
  noProcess: "The system does not tell whose window this is, so its sound cannot be taken alone.",
  startsOthers: "Other apps were started from this one and would sound along, so its sound cannot be taken alone.",
  notAlone: "This system does not give the sound of one app alone.",
  screenHasNoApp: "A screen has no single app to take the sound of.",
};

const audioPlans: Record<AudioChoice["plan"], (appName: string | null) => string> = {
  app: (appName) => (appName ? `Sound of ${appName}` : "Sound of this app"),
  systemWithoutUs: () => "All sound except Sightline",
  none: () => "No sound",
};

const kinds: Record<ShareSource["kind"], string> = { window: "window", screen: "screen" };

/** What differs between sharing something and showing something else instead. */
const purposes: Record<PickerStore["purpose"], { title: string; why: string; confirm: string }> = {
  start: { title: "Share a window", why: "They see only what you choose, until you stop.", confirm: "Share" },
  switch: {
    title: "Switch to another window",
    why: "The first one is shown until the other one is there.",
    confirm: "Switch",
  },
};

/** Words of the picker and of a running share. */
export const sharing = {
  audioUnavailable,
  audioPlans,
  purposes,
  windows: "Windows",
  screens: "Screens",
  kind: "What to share",
  loading: "Looking for windows…",
  chooseOutside: "Choose in your system's own dialog",
  chooseOutsideWhy: "It has opened beside this one. What you pick there appears here.",
  /** How a screen reader names a source. */
  sourceName: (title: string, appName: string | null, kind: ShareSource["kind"]) =>
    [title, appName, kinds[kind]].filter(Boolean).join(", "),
  search: { window: "Search windows", screen: "Search screens" },
  clearSearch: "Clear the search",
  found: (count: number) => (count === 1 ? "1 found" : `${count} found`),
  noMatch: (query: string) => `Nothing is called “${query}”`,
  noMatchWhy: "Search by the title of a window or the name of its app.",
  noWindows: "No windows to share",
  noWindowsWhy: "Open the window you want to show. It appears here by itself.",
  noScreens: "No screens to share",
  noScreensWhy: "Your system offers no screen to share.",
  cancelled: "Nothing was chosen",
  cancelledWhy: "Your system's dialog was closed without a choice.",
  failed: "Your system does not show its windows",
  failedWhy:
    "Allow Sightline to record the screen in your system's privacy settings. The windows appear here by themselves.",
  chooseAgain: "Choose again",
  sound: "Sound",
  soundAfterChoice: "Choose what to share, then its sound.",
  whichApp: "Which app's sound? Your system does not tell whose window this is.",
  noSoundingApps: "No app is playing sound right now. Start playback, it appears here.",
  chosen: (title: string) => `Chosen: ${title}`,
  nothingChosen: "Nothing chosen yet",
  sharing: (what: string) => `You are sharing ${what}`,
  starting: "Starting to share…",
  surfaces: { window: "a window", monitor: "your screen", browser: "a tab" } as Record<string, string>,
  withSound: "with sound",
  withoutSound: "without sound",
  volume: "Volume of the share",
};
