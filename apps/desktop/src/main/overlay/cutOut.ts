import { type InkSheet, strengthOf } from "../../shared/inkSheet";
import { FRAME_WIDTH, INK_WIDTH, POINTER_RADIUS } from "../../shared/overlayLook";

/** A rectangle in the overlay, DIP from its top left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Rect, "width" | "height">;

/** More take the X server longer than a frame; long ink is then dotted. */
const MOST_DOTS = 2_000;

/** The outline that shows just the frame and what is drawn: everything else of the overlay is not there at all. */
export function cutOut(sheet: InkSheet, size: Size, at: number): readonly Rect[] {
  return [...frame(size), ...strokes(sheet, size, at), ...pointer(sheet, size)].flatMap((rect) => within(rect, size));
}

function frame({ width, height }: Size): Rect[] {
  const bar = { x: 0, y: 0, width, height };
  return [
    { ...bar, height: FRAME_WIDTH },
    { ...bar, y: height - FRAME_WIDTH, height: FRAME_WIDTH },
    { ...bar, width: FRAME_WIDTH },
    { ...bar, x: width - FRAME_WIDTH, width: FRAME_WIDTH },
  ];
}

/** A cut has no half tones, so ink fades by getting thinner. */
function strokes(sheet: InkSheet, size: Size, at: number): Rect[] {
  const lines = sheet.strokes.map((stroke) => ({
    points: stroke.points.map(({ x, y }) => ({ x: x * size.width, y: y * size.height })),
    width: Math.ceil(INK_WIDTH * strengthOf(stroke, at)),
  }));
  const length = lines.reduce((sum, line) => sum + lengthOf(line.points), 0);
  const step = Math.max(INK_WIDTH / 3, length / MOST_DOTS);
  return lines.filter(({ width }) => width > 0).flatMap(({ points, width }) => dots(points, step).map(dotOf(width)));
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function lengthOf(points: readonly Place[]): number {
  return points.reduce((sum, point, index) => sum + distance(points[index - 1] ?? point, point), 0);
}

function distance(from: Place, to: Place): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** Places along a line, `step` apart at most, with both its ends. */
function dots(points: readonly Place[], step: number): Place[] {
  return points.flatMap((to, index) => {
    const from = points[index - 1];
    if (!from) return [to];
    const count = Math.max(1, Math.ceil(distance(from, to) / step));
    return Array.from({ length: count }, (_, n) => {
      const part = (n + 1) / count;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    });
  });
}

function dotOf(width: number): (middle: Place) => Rect {
  return ({ x, y }) => ({ x: Math.round(x - width / 2), y: Math.round(y - width / 2), width, height: width });
}

/** A disc, line by line. */
function pointer({ pointer: place }: InkSheet, { width, height }: Size): Rect[] {
  if (!place) return [];
  const [x, y] = [place.x * width, place.y * height];
  return Array.from({ length: 2 * POINTER_RADIUS }, (_, line) => {
    const half = Math.round(Math.sqrt(POINTER_RADIUS ** 2 - (line + 0.5 - POINTER_RADIUS) ** 2));
    return { x: Math.round(x) - half, y: Math.round(y) - POINTER_RADIUS + line, width: 2 * half, height: 1 };
  });
}

function within({ x, y, width, height }: Rect, size: Size): Rect[] {
  const left = Math.max(x, 0);
  const top = Math.max(y, 0);
  const right = Math.min(x + width, size.width);
  const bottom = Math.min(y + height, size.height);
  return right > left && bottom > top ? [{ x: left, y: top, width: right - left, height: bottom - top }] : [];
}
