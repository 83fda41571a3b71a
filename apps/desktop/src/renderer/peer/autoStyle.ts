import type { ShareStyle } from "./sharePreset";

/** How much of the shared picture changed since the look before, 0 to 1, at a moment in ms of any steady clock. */
export interface PictureChange {
  readonly at: number;
  readonly changed: number;
}

export interface AutoState {
  readonly style: ShareStyle;
  /** When the style was last changed, ms. */
  readonly since: number;
  /** The looks of the last seconds, oldest first. */
  readonly recent: readonly PictureChange[];
}

/** A style stays at least this long: each change costs a key frame, and a picture that flips looks broken. */
export const MIN_STAY_MS = 6_000;
/** Long enough that a page turned, a window opened or a few lines scrolled are over. */
const LOOK_BACK_MS = 4_000;
/** Looks in that time without which nothing is decided; a hidden page looks once a second. */
const MIN_LOOKS = 3;
/** A cursor, a spinner or an advertisement is less of the picture than this. */
const LIVELY = 0.08;
/** Lively in this share of the looks: it moves. In no more than the second: it rests. Between them nothing changes. */
const MOVING = 0.75;
const RESTING = 0.25;

/** A share begins as text: legible at once, and the first look at a video is its still. */
export function autoStart(at: number): AutoState {
  return { style: "text", since: at, recent: [] };
}

export function autoStep(state: AutoState, look: PictureChange): AutoState {
  const recent = [...state.recent, look].filter(({ at }) => look.at - at <= LOOK_BACK_MS);
  const style = look.at - state.since < MIN_STAY_MS ? state.style : styleFor(state.style, recent);
  return style === state.style ? { ...state, recent } : { style, since: look.at, recent };
}

function styleFor(now: ShareStyle, recent: readonly PictureChange[]): ShareStyle {
  if (recent.length < MIN_LOOKS) return now;
  const lively = recent.filter(({ changed }) => changed >= LIVELY).length / recent.length;
  if (lively >= MOVING) return "motion";
  return lively <= RESTING ? "text" : now;
}
