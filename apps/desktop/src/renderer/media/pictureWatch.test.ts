import { expect, test } from "vitest";
import { fakeTrack } from "./fakeTrack";
import { watchPicture } from "./pictureWatch";

test("a muted picture is hidden, and seen again when it is unmuted", () => {
  const track = fakeTrack("video");
  const seen: boolean[] = [];
  watchPicture(track, (hidden) => seen.push(hidden));
  track.dispatchEvent(new Event("mute"));
  track.dispatchEvent(new Event("unmute"));
  expect(seen).toEqual([true, false]);
});
