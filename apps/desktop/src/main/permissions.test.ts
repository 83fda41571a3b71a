import { describe, expect, test } from "vitest";
import { isPermitted, type PermissionQuestion } from "./permissions";

const phases = ["idle", "preview", "ringing", "inCall"] as const;
const asked = (question: Partial<PermissionQuestion>): PermissionQuestion => ({
  permission: "media",
  fromOurMainFrame: true,
  mediaTypes: ["audio"],
  phase: "inCall",
  shareArmed: false,
  ...question,
});

describe("R39: microphone and camera", () => {
  test.each([
    ["idle", false],
    ["preview", true],
    ["ringing", false],
    ["inCall", true],
  ] as const)("while %s: %s", (phase, expected) => {
    for (const mediaTypes of [["audio"], ["video"], ["audio", "video"]]) {
      expect(isPermitted(asked({ phase, mediaTypes, shareArmed: true }))).toBe(expected);
    }
  });
});

describe("R39: the screen", () => {
  test.each(["display-capture", "media"])("asked as %s only when a source was picked", (permission) => {
    for (const phase of phases) {
      expect(isPermitted(asked({ permission, mediaTypes: [], phase, shareArmed: false }))).toBe(false);
      expect(isPermitted(asked({ permission, mediaTypes: [], phase, shareArmed: true }))).toBe(true);
    }
  });
});

test.each(["fullscreen", "notifications", "speaker-selection", "local-network-access", "clipboard-sanitized-write"])(
  "R39: %s is allowed to our page",
  (permission) => {
    expect(isPermitted(asked({ permission, phase: "idle" }))).toBe(true);
  },
);

test.each([
  "geolocation",
  "midi",
  "midiSysex",
  "hid",
  "usb",
  "serial",
  "clipboard-read",
  "pointerLock",
  "keyboardLock",
  "openExternal",
  "idle-detection",
  "fileSystem",
  "storage-access",
  "window-management",
  "mediaKeySystem",
  "unknown",
  "something-of-the-future",
])("R39: %s is denied in every phase", (permission) => {
  for (const phase of phases) {
    expect(isPermitted(asked({ permission, phase, shareArmed: true }))).toBe(false);
  }
});

test("R39: another frame or origin is denied everything", () => {
  for (const permission of ["media", "display-capture", "fullscreen", "notifications", "speaker-selection"]) {
    expect(isPermitted(asked({ permission, fromOurMainFrame: false, shareArmed: true }))).toBe(false);
  }
});
