import { useEffect, useEffectEvent } from "react";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, select, textarea, [contenteditable]") !== null;
}

/** A letter as a shortcut: not while typing, not under a dialog, not with Ctrl and the like. */
export function useLetterKey(letter: string, run: () => void, enabled: boolean): void {
  const pressed = useEffectEvent(run);
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      if (event.repeat || modified || isTyping(event.target) || document.querySelector("dialog[open]")) return;
      if (event.key.toLowerCase() === letter) pressed();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [letter, enabled]);
}
