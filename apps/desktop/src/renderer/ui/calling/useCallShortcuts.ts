import { useEffect } from "react";
import type { LocalMedia } from "../../call/callView";
import { useApp } from "../appContext";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, select, textarea, [contenteditable]") !== null;
}

/** M mutes, V is the camera, S shares; not while typing, not under a dialog, not with Ctrl and the like. */
export function useCallShortcuts(local: LocalMedia): void {
  const { intents, platform } = useApp();
  const { share } = local;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      if (event.repeat || modified || isTyping(event.target) || document.querySelector("dialog[open]")) return;
      const key = event.key.toLowerCase();
      if (key === "m") intents.toggleMicrophone();
      else if (key === "v") intents.toggleCamera();
      else if (key === "s" && share === "on") intents.stopShare();
      else if (key === "s" && share === "off" && platform.canShare) intents.startShare();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [intents, platform.canShare, share]);
}
