import type { SoundStream } from "./graph";

/**
 * Whose sound is wanted. `process`: a window's process and all that it started. `app`: everything of one name, which
 * the person chose from the list; it goes on when the app is started anew. `others`: everything but us.
 */
export type SoundTarget =
  | { readonly kind: "process"; readonly pid: number }
  | { readonly kind: "flatpak"; readonly flatpakId: string }
  | { readonly kind: "app"; readonly key: string }
  | { readonly kind: "others"; readonly ourPid: number };

/** Answers the process and its ancestors, nearest first; empty when it is gone. */
export type Lineage = (pid: number) => readonly number[];

/** What tells apps apart in the list: the Flatpak, else the program and the name it gives itself. */
export function appKey({ flatpakId, binary, appName }: SoundStream): string {
  return (flatpakId ?? `${binary}|${appName}`).slice(0, 200);
}

/** Does the stream belong to what is wanted? A stream of unknown process never belongs to a process. */
export function isWanted(stream: SoundStream, target: SoundTarget, lineage: Lineage): boolean {
  switch (target.kind) {
    case "process":
      return stream.pid !== null && lineage(stream.pid).includes(target.pid);
    case "flatpak":
      return stream.flatpakId === target.flatpakId;
    case "app":
      return appKey(stream) === target.key;
    case "others":
      return stream.pid === null || !lineage(stream.pid).includes(target.ourPid);
  }
}
