import { type RefObject, useEffect, useRef } from "react";

/** Moves the focus to a heading when its screen appears, so that a screen reader starts reading there. */
export function useFocusOnMount<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  return ref;
}
