import { expect, test } from "vitest";
import { peerMessage } from "./peer";

test("an older client's state of its media says nothing of pausing, and is understood", () => {
  const media = { microphone: true, camera: false, share: true, shareSound: true };
  expect(peerMessage.parse({ type: "media", media })).toEqual({
    type: "media",
    media: { ...media, sharePaused: false, shareHidden: false, shareClosed: false },
  });
});

test("what is not yet known is left out", () => {
  const media = { microphone: true, camera: false, share: true, shareSound: true, sharePaused: true };
  const parsed = peerMessage.parse({ type: "media", media: { ...media, shareLater: true } });
  expect(parsed).toMatchObject({ media: { sharePaused: true } });
  expect(parsed).not.toHaveProperty("media.shareLater");
});

test.each([{ sharePaused: "yes" }, { shareHidden: 1 }, { microphone: undefined }])("refused: %j", (fault) => {
  const media = { microphone: true, camera: false, share: true, shareSound: true };
  expect(peerMessage.safeParse({ type: "media", media: { ...media, ...fault } }).success).toBe(false);
});
