/** Cells a picture is reduced to. Letters melt into the grey of their line, so scrolled text changes little. */
const COLUMNS = 64;
const ROWS = 36;
/** A cell has changed when its brightness has by this much, of 255. */
const CELL_CHANGE = 16;
const LOOK_MS = 250;

/** Which part of the cells changed between two reduced pictures (RGBA), 0 to 1. */
export function changedPart(before: Uint8ClampedArray, after: Uint8ClampedArray): number {
  const cells = Math.min(before.length, after.length) / 4;
  let changed = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    if (Math.abs(brightness(after, cell) - brightness(before, cell)) >= CELL_CHANGE) changed += 1;
  }
  return cells === 0 ? 0 : changed / cells;
}

/** Luma of ITU-R BT.709. */
function brightness(pixels: Uint8ClampedArray, cell: number): number {
  const [red = 0, green = 0, blue = 0] = pixels.subarray(cell * 4, cell * 4 + 3);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Reduces pictures and compares each with the one before. */
function createComparison() {
  const canvas = new OffscreenCanvas(COLUMNS, ROWS);
  const context = canvas.getContext("2d", { willReadFrequently: true, alpha: false });
  if (context) context.imageSmoothingQuality = "high";
  let before: Uint8ClampedArray | null = null;
  return (picture: CanvasImageSource): number => {
    if (!context) return 0;
    context.drawImage(picture, 0, 0, COLUMNS, ROWS);
    const after = context.getImageData(0, 0, COLUMNS, ROWS).data;
    const changed = before ? changedPart(before, after) : 0;
    before = after;
    return changed;
  };
}

/** Chromium gives frames to the page itself, also while it is hidden (https://www.w3.org/TR/mediacapture-transform/). */
type Processor = new (init: { track: MediaStreamTrack }) => { readonly readable: ReadableStream<VideoFrame> };

/**
 * Tells about four times a second how much of the picture changed; nothing new is no change. Cheap: a few thousand
 * cells are compared. Ends with the track, or by the function it gives.
 */
export function watchPicture(track: MediaStreamTrack, tell: (changed: number) => void): () => void {
  const { MediaStreamTrackProcessor } = globalThis as { MediaStreamTrackProcessor?: Processor };
  return MediaStreamTrackProcessor
    ? watchFrames(new MediaStreamTrackProcessor({ track }), tell)
    : watchElement(track, tell);
}

function watchFrames({ readable }: InstanceType<Processor>, tell: (changed: number) => void): () => void {
  const compare = createComparison();
  const reader = readable.getReader();
  let told = performance.now();
  const tellOf = (changed: number) => {
    told = performance.now();
    tell(changed);
  };
  const timer = setInterval(() => {
    if (performance.now() - told >= 2 * LOOK_MS) tellOf(0);
  }, LOOK_MS);
  const read = async () => {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (performance.now() - told >= LOOK_MS) tellOf(compare(next.value));
      next.value.close();
    }
    clearInterval(timer);
  };
  void read().catch(() => clearInterval(timer));
  return () => {
    clearInterval(timer);
    void reader.cancel().catch(() => {});
  };
}

function watchElement(track: MediaStreamTrack, tell: (changed: number) => void): () => void {
  const compare = createComparison();
  const video = document.createElement("video");
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  void video.play().catch(() => {});
  const timer = setInterval(() => tell(video.videoWidth > 0 ? compare(video) : 0), LOOK_MS);
  return () => {
    clearInterval(timer);
    video.srcObject = null;
  };
}
