import type { DrawnInk, InkPoint } from "@sightline/protocol";

/** One line being drawn, or fading. */
export interface InkStroke {
  readonly id: number;
  readonly points: readonly InkPoint[];
  /** When its last point came, ms on the clock of whoever keeps the sheet. */
  readonly lastAt: number;
}

/** What is drawn on a shared picture right now. */
export interface InkSheet {
  readonly strokes: readonly InkStroke[];
  readonly pointer: InkPoint | null;
  readonly pointerAt: number;
}

export const emptySheet: InkSheet = { strokes: [], pointer: null, pointerAt: 0 };

/** A stroke stands this long after its last point, ms … */
const STAND_MS = 2_000;
/** … and is gone this long after it: three seconds in all. */
export const INK_LIFE_MS = 3_000;
/** A pointer of which nothing is heard any more is no longer meant, ms. */
export const POINTER_LIFE_MS = 5_000;
/** More would cost drawing time on the sharer's screen; the oldest go. */
const MOST_STROKES = 200;
const MOST_POINTS = 4_000;

/** The sheet with something more drawn on it. */
export function drawOn(sheet: InkSheet, drawn: DrawnInk, at: number): InkSheet {
  if (drawn.type === "pointer") return { ...sheet, pointer: drawn.at, pointerAt: at };
  const known = sheet.strokes.find(({ id }) => id === drawn.stroke);
  const stroke = {
    id: drawn.stroke,
    points: [...(known?.points ?? []), ...drawn.points].slice(-MOST_POINTS),
    lastAt: at,
  };
  return { ...sheet, strokes: withinBounds([...sheet.strokes.filter((one) => one !== known), stroke]) };
}

function withinBounds(strokes: readonly InkStroke[]): readonly InkStroke[] {
  const kept: InkStroke[] = [];
  let points = 0;
  for (const stroke of strokes.toReversed().slice(0, MOST_STROKES)) {
    points += stroke.points.length;
    if (points > MOST_POINTS) break;
    kept.unshift(stroke);
  }
  return kept;
}

/** The sheet without what has faded; the same object when nothing has. */
export function fade(sheet: InkSheet, at: number): InkSheet {
  const strokes = sheet.strokes.filter((stroke) => strengthOf(stroke, at) > 0);
  const pointer = at - sheet.pointerAt < POINTER_LIFE_MS ? sheet.pointer : null;
  if (strokes.length === sheet.strokes.length && pointer === sheet.pointer) return sheet;
  return { ...sheet, strokes, pointer };
}

/** 1 while a stroke stands, falling to 0 while it fades. */
export function strengthOf({ lastAt }: Pick<InkStroke, "lastAt">, at: number): number {
  const left = (INK_LIFE_MS - (at - lastAt)) / (INK_LIFE_MS - STAND_MS);
  return Math.min(Math.max(left, 0), 1);
}

export function isBlank(sheet: InkSheet): boolean {
  return sheet.strokes.length === 0 && sheet.pointer === null;
}
