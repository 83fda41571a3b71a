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
  togglePopOut(): void;
}

interface ViewActionParts {
  readonly change: ViewControl["change"];
  toggleFullScreen(): void;
  leaveFullScreen(): void;
  togglePopOut(): void;
}

export function viewActions(parts: ViewActionParts): ViewActions {
  const { change, toggleFullScreen, leaveFullScreen, togglePopOut } = parts;
  return {
    zoomIn: () => change((from) => zoomAbout(from, nextStep(from, "in"), middleOf(from))),
    zoomOut: () => change((from) => zoomAbout(from, nextStep(from, "out"), middleOf(from))),
    fit: () => change(() => FIT),
    original: () => change((from) => originalAbout(from, middleOf(from))),
    pan: (shift) => change((from) => panBy(from, shift)),
    toggleFullScreen,
    togglePopOut() {
      // First, while the click counts.
      togglePopOut();
      leaveFullScreen();
    },
  };
}
