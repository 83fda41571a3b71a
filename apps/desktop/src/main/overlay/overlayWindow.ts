import type { OverlayLook } from "../../shared/overlayLook";
import type { ScreenBounds } from "../capture/windowWatch";
import type { Rect } from "./cutOut";

/** A click-through window above all others. */
export interface OverlayWindow {
  /** Can one see through it? Else it is there only as far as its outline is cut. */
  readonly seeThrough: boolean;
  /** Moves it there, and shows it without taking the keyboard from anybody. */
  place(bounds: ScreenBounds): void;
  cut(outline: readonly Rect[]): void;
  tell(look: OverlayLook): void;
  hide(): void;
  close(): void;
}
