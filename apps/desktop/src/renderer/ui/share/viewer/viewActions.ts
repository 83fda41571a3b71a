import type { ViewControl } from "./useView";
import { FIT, middleOf, nextStep, originalAbout, panBy, type ViewPoint, zoomAbout } from "./viewport";

/** What buttons and keys do to the view. */
export interface ViewActions {
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  original(): void;
  /** Moves the picture by CSS px. */
  pan(shift: ViewPoint): void;
  toggleFullScreen(): void;
}

export function viewActions(change: ViewControl["change"], toggleFullScreen: () => void): ViewActions {
  return {
    zoomIn: () => change((from) => zoomAbout(from, nextStep(from, "in"), middleOf(from))),
    zoomOut: () => change((from) => zoomAbout(from, nextStep(from, "out"), middleOf(from))),
    fit: () => change(() => FIT),
    original: () => change((from) => originalAbout(from, middleOf(from))),
    pan: (shift) => change((from) => panBy(from, shift)),
    toggleFullScreen,
  };
}
