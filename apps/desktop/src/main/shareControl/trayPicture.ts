/** Premultiplied pixels, 4 bytes each, rows from the top, as `nativeImage.createFromBitmap` takes them. */
export interface Bitmap {
  readonly pixels: Uint8Array;
  readonly size: number;
}

/** Samples per pixel edge: smooth edges at 16 px. */
const SAMPLES = 4;
const ACCENT = [0x44, 0x53, 0xd6] as const;
const WHITE = [255, 255, 255] as const;

/**
 * The mark (renderer/ui/styles/mark.svg, drawn on a field of 32) at a size in px. `template`: in black alone, without its
 * tile, as macOS wants what it colours itself.
 */
export function drawTrayMark(size: number, style: "colour" | "template"): Bitmap {
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const [red, green, blue, alpha] = style === "colour" ? colourAt(x, y, size) : templateAt(x, y, size);
      // Blue first: the byte order of a bitmap on every system that Electron runs on.
      pixels.set([blue, green, red, alpha], (y * size + x) * 4);
    }
  }
  return { pixels, size };
}

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

function colourAt(x: number, y: number, size: number): Pixel {
  const tile = coverage(x, y, size, (u, v) => inRounded(u, v, 0, 0, 32, 32, 9));
  const sign = coverage(x, y, size, inSign);
  const mix = (channel: 0 | 1 | 2) => Math.round(tile * (ACCENT[channel] + (WHITE[channel] - ACCENT[channel]) * sign));
  return [mix(0), mix(1), mix(2), Math.round(tile * 255)];
}

function templateAt(x: number, y: number, size: number): Pixel {
  return [0, 0, 0, Math.round(coverage(x, y, size, inSign) * 255)];
}

/** How much of a pixel lies inside, 0 to 1. */
function coverage(x: number, y: number, size: number, inside: (u: number, v: number) => boolean): number {
  let hits = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const u = ((x + ((sample % SAMPLES) + 0.5) / SAMPLES) * 32) / size;
    const v = ((y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * 32) / size;
    if (inside(u, v)) hits += 1;
  }
  return hits / (SAMPLES * SAMPLES);
}

/** The frame and the dot in it. */
function inSign(u: number, v: number): boolean {
  const frame = inRounded(u, v, 5.4, 6.9, 26.6, 25.1, 5.1) && !inRounded(u, v, 7.6, 9.1, 24.4, 22.9, 2.9);
  return frame || Math.hypot(u - 16, v - 16) <= 3.4;
}

function inRounded(
  u: number,
  v: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
  radius: number,
): boolean {
  if (u < left || u > right || v < top || v > bottom) return false;
  const dx = Math.max(left + radius - u, u - (right - radius), 0);
  const dy = Math.max(top + radius - v, v - (bottom - radius), 0);
  return Math.hypot(dx, dy) <= radius;
}
