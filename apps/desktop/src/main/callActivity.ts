import type { CallActivity } from "../shared/desktopApi";

export interface ActivityTracker {
  current(): CallActivity;
  set(next: CallActivity): void;
  onChange(listener: (next: CallActivity) => void): void;
}

/** What the page says is going on. It starts, and after a reload or a crash of the page falls back to, `idle`. */
export function createActivityTracker(): ActivityTracker {
  let current: CallActivity = { phase: "idle" };
  const listeners: ((next: CallActivity) => void)[] = [];
  return {
    current: () => current,
    set(next) {
      current = next;
      for (const listener of listeners) listener(next);
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}
