import type { SharedSource } from "../../shared/sharing";

export interface SharedTracker {
  current(): SharedSource | null;
  set(next: SharedSource | null): void;
  /** Calls back after each change, in the order in which listeners were added. */
  onChange(listener: (next: SharedSource | null) => void): void;
  /** To be called whenever the activity changes: a share ends with its call, also when the page could not say so. */
  endWithCall(): void;
}

/** What the page says is being shared; nothing without a call. */
export function createSharedTracker(isInCall: () => boolean): SharedTracker {
  let current: SharedSource | null = null;
  const listeners: ((next: SharedSource | null) => void)[] = [];
  const set = (wanted: SharedSource | null) => {
    const next = isInCall() ? wanted : null;
    if (next?.sourceId === current?.sourceId && next?.paused === current?.paused) return;
    current = next;
    for (const listener of listeners) listener(next);
  };
  return {
    current: () => current,
    set,
    onChange(listener) {
      listeners.push(listener);
    },
    endWithCall() {
      if (!isInCall()) set(null);
    },
  };
}
