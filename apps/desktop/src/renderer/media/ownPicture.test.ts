import { expect, test, vi } from "vitest";
import { type FakeTrack, fakeTrack } from "./fakeTrack";
import { createOwnPicture } from "./ownPicture";

/** A camera of 720p whose tracks each have a size of their own, or (`oneSize`) all the same. */
function camera({ oneSize = false } = {}) {
  const source = { width: 1280, height: 720 };
  const copies: FakeTrack[] = [];
  const track = (): FakeTrack => {
    const settings = oneSize ? source : { ...source };
    return Object.assign(fakeTrack("video", settings), {
      async applyConstraints({ width, height }: MediaTrackConstraints) {
        Object.assign(settings, {
          width: (width as { ideal: number }).ideal,
          height: (height as { ideal: number }).ideal,
        });
      },
      clone() {
        const copy = track();
        copies.push(copy);
        return copy;
      },
    });
  };
  return { track: track(), copies };
}

test("what one sees is a smaller copy, and what is sent stays as it is", async () => {
  const show = vi.fn();
  const { track, copies } = camera();
  createOwnPicture(show).follow(track);
  await vi.waitFor(() => expect(copies[0]?.getSettings().width).toBe(480));
  expect(show.mock.calls).toEqual([[copies[0]]]);
  expect(track.getSettings()).toMatchObject({ width: 1280, height: 720 });
});

test("where a camera has one size for all, the camera itself is shown, in its own", async () => {
  const show = vi.fn();
  const { track, copies } = camera({ oneSize: true });
  createOwnPicture(show).follow(track);
  await vi.waitFor(() => expect(show).toHaveBeenLastCalledWith(track));
  expect(copies[0]?.readyState).toBe("ended");
  expect(track.getSettings()).toMatchObject({ width: 1280, height: 720 });
});

test("the copy keeps no camera open: not when it is closed, nor while another is opened", () => {
  const show = vi.fn();
  const own = createOwnPicture(show);
  const [first, second] = [camera(), camera()];
  own.follow(first.track);
  own.release();
  expect(first.copies[0]?.readyState).toBe("ended");
  own.follow(second.track);
  expect(show).toHaveBeenLastCalledWith(second.copies[0]);
  own.follow(null);
  expect(second.copies[0]?.readyState).toBe("ended");
  expect(show).toHaveBeenLastCalledWith(null);
});
