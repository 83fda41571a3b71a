import type { SoundStream } from "./graph";

/**
 * Whose sound is wanted. `process`: a window's process and all that it started. `app`: everything of one name, which
 * the person chose from the list; it goes on when the app is started anew. `others`: everything. We ourselves are never part of it,
 * also where the call runs in the tree of the window that is shared, as when it was started from a terminal.
 */
export type SoundTarget =
  | { readonly kind: "process"; readonly pid: number }
  | { readonly kind: "flatpak"; readonly flatpakId: string }
  | { readonly kind: "app"; readonly key: string }
  | { readonly kind: "others" };

export interface Processes {
  /** The process and its ancestors, nearest first; empty when it is gone. */
  lineage(pid: number): readonly number[];
  /** Of this app: what its tree plays is the call. */
  readonly ourPid: number;
}

/** What tells apps apart in the list: the Flatpak, else the program and the name it gives itself. */
export function appKey({ flatpakId, binary, appName }: SoundStream): string {
  return (flatpakId ?? `${binary}|${appName}`).slice(0, 200);
}

/** Does the stream belong to what is wanted? A stream of unknown process never belongs to a process. */
export function isWanted(stream: SoundStream, target: SoundTarget, { lineage, ourPid }: Processes): boolean {
  const line = stream.pid === null ? [] : lineage(stream.pid);
  if (line.includes(ourPid)) return false;
  switch (target.kind) {
    case "process":
      return line.includes(target.pid);
    case "flatpak":
      return stream.flatpakId === target.flatpakId;
    case "app":
      return appKey(stream) === target.key;
    case "others":
      return true;
  }
}
