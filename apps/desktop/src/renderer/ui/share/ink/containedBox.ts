import type { PictureBox } from "./drawSheet";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where `object-fit: contain` puts a picture; null while one of both has no size. */
export function containedBox(room: Size, picture: Size): PictureBox | null {
  const scale = Math.min(room.width / picture.width, room.height / picture.height);
  if (!Number.isFinite(scale) || scale <= 0) return null;
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { left: (room.width - width) / 2, top: (room.height - height) / 2, width, height };
}
