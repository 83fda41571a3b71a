import type { Picture } from "./sources";

/** A picture for tests: equal pixels are an equal picture, none is an empty one. */
export function fakePicture(pixels: string): Picture {
  return {
    isEmpty: () => pixels === "",
    toBitmap: () => Buffer.from(pixels),
    toJPEG: () => Buffer.from(`jpeg of ${pixels}`),
    toDataURL: () => `data:image/png;base64,${Buffer.from(pixels).toString("base64")}`,
  };
}

/** What {@link fakePicture} looks like as a thumbnail. */
export function fakeJpegUrl(pixels: string): string {
  return `data:image/jpeg;base64,${Buffer.from(`jpeg of ${pixels}`).toString("base64")}`;
}
