import { expect, test } from "vitest";
import { createArmedShareStore } from "./armedShare";
import { type DisplayMediaRequest, grantDisplayMedia as grantOn } from "./displayMedia";

const grantDisplayMedia = (
  request: DisplayMediaRequest,
  store: ReturnType<typeof armed>,
  platform: NodeJS.Platform = "win32",
) => grantOn(request, store, platform);

const ours = { url: "app://sightline/", parent: null };
const request = { frame: ours, videoRequested: true, audioRequested: false };

function armed(audioDeviceId: string | null = null) {
  const store = createArmedShareStore(() => 0);
  store.arm({ sourceId: "window:7:0", title: "Editor", audioDeviceId });
  return store;
}

const video = { id: "window:7:0", name: "Editor" };

test("R39: unarmed capture is refused", () => {
  expect(
    grantDisplayMedia(
      request,
      createArmedShareStore(() => 0),
    ),
  ).toBeNull();
});

test("R39: an armed source is given once", () => {
  const store = armed();
  expect(grantDisplayMedia(request, store)).toEqual({ video });
  expect(grantDisplayMedia(request, store)).toBeNull();
});

test.each([
  ["another origin", { url: "https://evil.example/", parent: null }],
  ["a child frame of our own origin", { url: "app://sightline/", parent: ours }],
  ["a frame that is gone", null],
])("R39: %s gets nothing and does not use up the share", (_name, frame) => {
  const store = armed();
  expect(grantDisplayMedia({ ...request, frame }, store)).toBeNull();
  expect(store.isArmed()).toBe(true);
});

test("a request for sound alone gets nothing", () => {
  expect(grantDisplayMedia({ ...request, videoRequested: false, audioRequested: true }, armed("x"))).toBeNull();
});

test("sound is given when it was chosen and asked for, and never otherwise", () => {
  const withAudio = { ...request, audioRequested: true };
  expect(grantDisplayMedia(withAudio, armed("loopbackWithoutChrome"))).toEqual({
    video,
    audio: "loopbackWithoutChrome",
  });
  expect(grantDisplayMedia(request, armed("loopbackWithoutChrome"))).toEqual({ video });
  expect(grantDisplayMedia(withAudio, armed(null))).toEqual({ video });
});

test.each([
  ["win32", "loopback"],
  ["win32", "applicationLoopback:99999999999"],
  ["win32", "applicationLoopback:com.example.Player"],
  ["darwin", "applicationLoopback:4242"],
  ["linux", "loopbackWithoutChrome"],
] as const)("on %s the audio device id %j reaches nobody, and the share is used up", (platform, id) => {
  const store = armed(id);
  expect(grantDisplayMedia({ ...request, audioRequested: true }, store, platform)).toBeNull();
  expect(store.isArmed()).toBe(false);
});
