import { expect, it } from "vitest";
import { popOutWay } from "./popOutWindow";

const chromium = { documentPictureInPicture: {} };

it.each([
  ["Chromium on a computer: a window of ours", chromium, { pictureInPictureEnabled: true }, false, "document"],
  ["the desktop app: Electron opens no such window", chromium, { pictureInPictureEnabled: true }, true, "video"],
  ["Safari, Chromium on Android: the system's floating picture", {}, { pictureInPictureEnabled: true }, false, "video"],
  ["Firefox has neither for pages", {}, {}, false, null],
  ["switched off by policy", {}, { pictureInPictureEnabled: false }, false, null],
])("%s", (_, home, document, inDesktopApp, way) => {
  expect(popOutWay(home, document, inDesktopApp)).toBe(way);
});
