export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Which square of a picture is taken: its middle, as shares (0 to 1) of width and height, and how near one looks. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  /** 1: the largest square there is; 2: half as wide, and so on. */
  readonly zoom: number;
}

export const MAX_ZOOM = 4;

/** The largest square, from the middle. */
export const wholeCrop: Crop = { x: 0.5, y: 0.5, zoom: 1 };

/** In pixels of the picture. */
export interface Square {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

const between = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** Never reaches over an edge: nearer to one than the square is wide, it stays inside. */
export function squareOf({ width, height }: Size, { x, y, zoom }: Crop): Square {
  const side = Math.min(width, height) / between(zoom, 1, MAX_ZOOM);
  return {
    side,
    left: between(x * width - side / 2, 0, width - side),
    top: between(y * height - side / 2, 0, height - side),
  };
}

/** The same square, with a middle that is really its middle. */
function held(size: Size, crop: Crop): Crop {
  const { left, top, side } = squareOf(size, crop);
  return { ...crop, x: (left + side / 2) / size.width, y: (top + side / 2) / size.height };
}

/** @param dx how far the picture was drawn to the right, as a share of what is seen; `dy` downwards */
export function drawnBy(size: Size, crop: Crop, dx: number, dy: number): Crop {
  const { side } = squareOf(size, crop);
  return held(size, { ...crop, x: crop.x - (dx * side) / size.width, y: crop.y - (dy * side) / size.height });
}

/** Nearer or farther, around the same middle where the edges allow. */
export function zoomedTo(size: Size, crop: Crop, zoom: number): Crop {
  return held(size, { ...crop, zoom: between(zoom, 1, MAX_ZOOM) });
}
