import type { Failure } from "../../appContext";
import { type Crop, squareOf } from "./crop";

/** Pixels of the square that is sent: twice what the server makes of it. */
const SIDE = 512;
/** Larger files are hardly photos, and take long to open. */
const MAX_FILE_BYTES = 50 * 1024 * 1024;

export type Opened = { readonly picture: ImageBitmap } | { readonly failure: Failure };

/** Turned as its camera says; of a moving picture, the first frame. */
export async function openPicture(file: Blob): Promise<Opened> {
  if (file.size > MAX_FILE_BYTES) return { failure: { code: "input.tooLarge" } };
  try {
    return { picture: await createImageBitmap(file) };
  } catch {
    return { failure: { code: "picture.unreadable" } };
  }
}

/** Draws the square; white shows through what is transparent, as it will on the server. */
export function drawCrop(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext("2d");
  if (!context) return;
  const { left, top, side } = squareOf(picture, crop);
  context.fillStyle = "#fff";
  context.fillRect(0, 0, SIDE, SIDE);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, left, top, side, side, 0, 0, SIDE, SIDE);
}

/** What leaves this device: the square alone, with nothing of the file around it. */
export async function cropBytes(picture: ImageBitmap, crop: Crop): Promise<Uint8Array<ArrayBuffer> | null> {
  const canvas = document.createElement("canvas");
  drawCrop(canvas, picture, crop);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.92));
  return blob && new Uint8Array(await blob.arrayBuffer());
}
