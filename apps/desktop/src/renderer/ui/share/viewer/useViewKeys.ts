import { useEffect } from "react";
import type { ViewActions } from "./viewActions";

/** How far an arrow key moves the picture, CSS px. */
const ARROW_PX = 80;

function isTyping(target: EventTarget | null): boolean {
  // Not `instanceof`: the pop-out's elements are of another window.
  const element = target as Partial<Element> | null;
  return (
    typeof element?.closest === "function" && element.closest("input, select, textarea, [contenteditable]") !== null
  );
}

/** Which action a key is, or null. */
function actionOf(key: string, actions: ViewActions, mayFill: boolean): (() => void) | null {
  const keys: Record<string, () => void> = {
    "+": actions.zoomIn,
    "=": actions.zoomIn,
    "-": actions.zoomOut,
    "0": actions.fit,
    "1": actions.original,
    ...(mayFill ? { f: actions.toggleFullScreen } : {}),
    arrowleft: () => actions.pan({ x: ARROW_PX, y: 0 }),
    arrowright: () => actions.pan({ x: -ARROW_PX, y: 0 }),
    arrowup: () => actions.pan({ x: 0, y: ARROW_PX }),
    arrowdown: () => actions.pan({ x: 0, y: -ARROW_PX }),
  };
  return keys[key.toLowerCase()] ?? null;
}

/**
 * + - 0 1 F and the arrows; not while typing, not under a dialog, not with Ctrl and the like.
 * @param mayFill can the view be given the whole screen where it is?
 */
export function useViewKeys(home: Window, actions: ViewActions, mayFill: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      if (modified || isTyping(event.target) || home.document.querySelector("dialog[open]")) return;
      const act = actionOf(event.key, actions, mayFill);
      if (!act || (event.repeat && event.key.toLowerCase() === "f")) return;
      event.preventDefault();
      act();
    };
    home.addEventListener("keydown", press);
    return () => home.removeEventListener("keydown", press);
  }, [home, actions, mayFill]);
}
