import {
  choiceOf,
  FIT,
  fitZoom,
  originalAbout,
  type ViewChoice,
  type ViewPoint,
  type Viewport,
  zoomAbout,
} from "./viewport";

/** Two presses this near in time and place are one double press. */
const DOUBLE_WITHIN_MS = 350;
const DOUBLE_WITHIN_PX = 32;
/** A phone's "original" is hardly larger than what fits: its pixels are small. A double tap enlarges at least so far. */
const TAP_GROWTH = 2.5;
/** One notch of a wheel, 100 px, is about a quarter; a trackpad's pinch sends a few px at a time. */
const WHEEL_GROWTH_PER_PX = 0.0025;

function middle(points: readonly ViewPoint[]): ViewPoint {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function spread([first, second]: readonly ViewPoint[]): number {
  return first && second ? Math.hypot(first.x - second.x, first.y - second.y) : 0;
}

/**
 * The view after fingers (or one mouse) moved, such that what was under them still is: one moves the picture, two also
 * size it. `before` and `after` list the same fingers in the same order.
 */
export function follow(from: Viewport, before: readonly ViewPoint[], after: readonly ViewPoint[]): ViewChoice {
  const [was, is] = [spread(before), spread(after)];
  const growth = was > 0 && is > 0 ? is / was : 1;
  if (from.mode === "fit" && growth === 1) return FIT;
  const about = middle(before);
  const to = middle(after);
  return zoomAbout(from, from.zoom * growth, about, { x: to.x - about.x, y: to.y - about.y });
}

/** When fingers leave: a picture smaller than "fit" has no use on a touch screen. */
export function afterPinch(from: Viewport): ViewChoice {
  return from.zoom < fitZoom(from) ? FIT : choiceOf(from);
}

/** @param px how far the wheel turned; away from the person is negative and enlarges */
export function wheelZoom(from: Viewport, px: number, about: ViewPoint): ViewChoice {
  return zoomAbout(from, from.zoom * Math.exp(-px * WHEEL_GROWTH_PER_PX), about);
}

export interface Press {
  readonly at: ViewPoint;
  /** Any clock that only goes forward, ms. */
  readonly timeMs: number;
}

export function isDouble(first: Press | null, second: Press): boolean {
  if (!first || second.timeMs - first.timeMs > DOUBLE_WITHIN_MS) return false;
  return spread([first.at, second.at]) <= DOUBLE_WITHIN_PX;
}

/** A double press shows the place closely, the next one shows all again. */
export function afterDouble(from: Viewport, about: ViewPoint, by: "mouse" | "touch"): ViewChoice {
  if (from.mode !== "fit") return FIT;
  if (by === "mouse") return originalAbout(from, about);
  return zoomAbout(from, Math.max(1, from.zoom * TAP_GROWTH), about);
}
