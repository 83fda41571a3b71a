import { type RefObject, useEffect } from "react";
import { wheelZoom } from "./gestures";
import type { ViewControl } from "./useView";
import { panBy, zoomAbout } from "./viewport";

/** What one line of a wheel that counts lines is worth, CSS px. */
const LINE_PX = 16;

/** What Safari on a Mac sends for a pinch on the trackpad; other browsers send a wheel with Ctrl. */
interface SafariPinch extends UIEvent {
  readonly scale: number;
  readonly clientX: number;
  readonly clientY: number;
}

/** Wheel with Ctrl (or Command) and trackpad pinch zoom about the pointer; wheel and two fingers move what is larger than the view. */
export function useWheel(areaRef: RefObject<HTMLElement | null>, { change }: ViewControl): void {
  useEffect(() => {
    const area = areaRef.current;
    if (!area) return;
    const placeOf = (event: { clientX: number; clientY: number }) => {
      const { left, top } = area.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
      const [x, y] = [event.deltaX * unit, event.deltaY * unit];
      const about = placeOf(event);
      if (event.ctrlKey || event.metaKey) change((from) => wheelZoom(from, y, about));
      else change((from) => panBy(from, { x: -x, y: -y }));
    };
    let scale = 1;
    const pinchStart = (event: Event) => {
      event.preventDefault();
      scale = 1;
    };
    const pinch = (event: Event) => {
      event.preventDefault();
      const { scale: now, clientX, clientY } = event as SafariPinch;
      const growth = now / scale;
      scale = now;
      change((from) => zoomAbout(from, from.zoom * growth, placeOf({ clientX, clientY })));
    };
    // Not passive: the page itself must neither scroll nor zoom.
    area.addEventListener("wheel", turn, { passive: false });
    // A touch screen sends these beside its pointer events, which are enough.
    const trackpad = !matchMedia("(pointer: coarse)").matches;
    if (trackpad) area.addEventListener("gesturestart", pinchStart);
    if (trackpad) area.addEventListener("gesturechange", pinch);
    return () => {
      area.removeEventListener("wheel", turn);
      area.removeEventListener("gesturestart", pinchStart);
      area.removeEventListener("gesturechange", pinch);
    };
  }, [areaRef, change]);
}
