/** Enough for a tile at one's own place, and a seventh of the pixels of a camera of 720p. */
const SIZE = { width: { ideal: 480 }, height: { ideal: 270 } };

/**
 * One's own camera as one sees it oneself: a smaller copy of the track that is sent. To draw the full one, mirrored,
 * keeps processors busy where no graphics card helps, and that just while a call is set up (docs/call-setup.md).
 */
export interface OwnPicture {
  /** What is captured from now on; null: nothing. */
  follow(camera: MediaStreamTrack | null): void;
  /** Lets the camera go before it is opened anew: to a phone, the copy is a user of it, too. */
  release(): void;
}

/** @param show takes what is to be seen; null: nothing. */
export function createOwnPicture(show: (track: MediaStreamTrack | null) => void): OwnPicture {
  let copy: MediaStreamTrack | null = null;
  const release = () => copy?.stop();

  async function shrink(camera: MediaStreamTrack, smaller: MediaStreamTrack): Promise<void> {
    const { width, height } = camera.getSettings();
    await smaller.applyConstraints(SIZE);
    const now = camera.getSettings();
    if (copy !== smaller || (now.width === width && now.height === height)) return;
    // This browser has one size for all tracks of a camera, and what is sent must keep its own.
    release();
    await camera.applyConstraints({ width: { ideal: width }, height: { ideal: height } });
    if (copy === smaller) show(camera);
  }

  return {
    release,
    follow(camera) {
      release();
      copy = camera?.clone() ?? null;
      show(copy);
      // One that stays large is only more to draw.
      if (camera && copy) shrink(camera, copy).catch(() => {});
    },
  };
}
