import { type PointerEvent as ReactPointerEvent, useRef } from "react";
import { afterDouble, afterPinch, follow, isDouble, type Press } from "./gestures";
import type { PictureTool } from "./shareViewContext";
import type { ViewControl } from "./useView";
import { type PicturePoint, toPicture, type ViewPoint, type Viewport } from "./viewport";

/** A press that moves less than this, CSS px, was meant to stay where it is. */
const STILL_WITHIN_PX = 5;

type PointerEvent = ReactPointerEvent<HTMLElement>;

interface PointerOptions extends ViewControl {
  readonly tool: PictureTool | null;
  /** Told of each press that did not become a drag. */
  onPress(by: "mouse" | "touch"): void;
}

interface Gesture {
  /** Where each finger, or the mouse, is now; in the order they came. */
  readonly fingers: Map<number, ViewPoint>;
  /** Where the first one went down; null once it moved or became a pinch: then it is no press any more. */
  pressedAt: ViewPoint | null;
  lastPress: Press | null;
  drawing: boolean;
}

function placeOf(event: { clientX: number; clientY: number }, area: HTMLElement): ViewPoint {
  const { left, top } = area.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

/** All places since the last event, for a line as fine as the pointer draws it. */
function placesOnPicture(event: PointerEvent, viewport: Viewport): PicturePoint[] {
  const all = event.nativeEvent.getCoalescedEvents?.() ?? [];
  return (all.length > 0 ? all : [event.nativeEvent])
    .map((one) => toPicture(viewport, placeOf(one, event.currentTarget)))
    .filter((place) => place !== null);
}

function down(gesture: Gesture, { tool, viewport }: PointerOptions, event: PointerEvent): void {
  if (event.button !== 0) return;
  const at = placeOf(event, event.currentTarget);
  event.currentTarget.setPointerCapture(event.pointerId);
  gesture.pressedAt = gesture.fingers.size === 0 ? at : null;
  gesture.fingers.set(event.pointerId, at);
  if (gesture.drawing) {
    gesture.drawing = false;
    tool?.cancel();
  } else if (tool && viewport && gesture.fingers.size === 1) {
    const place = toPicture(viewport, at);
    gesture.drawing = place !== null;
    if (place) tool.begin(place);
  }
}

function move(gesture: Gesture, { tool, viewport, change }: PointerOptions, event: PointerEvent): void {
  const at = placeOf(event, event.currentTarget);
  if (!gesture.fingers.has(event.pointerId)) {
    if (viewport && event.pointerType !== "touch") tool?.hover?.(toPicture(viewport, at));
    return;
  }
  if (gesture.drawing) {
    if (viewport) tool?.move(placesOnPicture(event, viewport));
    return;
  }
  const { pressedAt } = gesture;
  if (pressedAt && Math.hypot(at.x - pressedAt.x, at.y - pressedAt.y) <= STILL_WITHIN_PX) return;
  gesture.pressedAt = null;
  const before = [...gesture.fingers.values()];
  gesture.fingers.set(event.pointerId, at);
  const after = [...gesture.fingers.values()];
  if (before.length > 1 || !tool) change((from) => follow(from, before, after));
}

function lift(gesture: Gesture, options: PointerOptions, event: PointerEvent, cancelled: boolean): void {
  const { tool, change } = options;
  if (!gesture.fingers.delete(event.pointerId)) return;
  if (gesture.drawing) {
    gesture.drawing = false;
    if (cancelled) tool?.cancel();
    else tool?.end();
  } else if (gesture.fingers.size > 0) change(afterPinch);
  else if (gesture.pressedAt && !cancelled && !tool) press(gesture, options, event, gesture.pressedAt);
  if (gesture.fingers.size === 0) gesture.pressedAt = null;
}

function press(gesture: Gesture, { change, onPress }: PointerOptions, event: PointerEvent, at: ViewPoint): void {
  const by = event.pointerType === "mouse" ? "mouse" : "touch";
  const current: Press = { at, timeMs: event.timeStamp };
  const double = isDouble(gesture.lastPress, current);
  gesture.lastPress = double ? null : current;
  if (double) change((from) => afterDouble(from, at, by));
  onPress(by);
}

/** Drag, pinch, press twice: what fingers and mouse do to the picture. Returns the handlers of its area. */
export function usePointers(options: PointerOptions) {
  const gesture = useRef<Gesture>({ fingers: new Map(), pressedAt: null, lastPress: null, drawing: false });
  return {
    onPointerDown: (event: PointerEvent) => down(gesture.current, options, event),
    onPointerMove: (event: PointerEvent) => move(gesture.current, options, event),
    onPointerUp: (event: PointerEvent) => lift(gesture.current, options, event, false),
    onPointerCancel: (event: PointerEvent) => lift(gesture.current, options, event, true),
    onPointerLeave: () => options.tool?.hover?.(null),
  };
}
