import type { WatchedWindow, WindowWatch } from "../windowWatch";
import type { RunningScript } from "./followScript";
import { windowNumber } from "./windowApp";
import { readPlace, watchedPlace, WINDOW_PLACE_SCRIPT } from "./windowPlace";

interface Parts {
  readonly followScript: (
    script: string,
    values: readonly string[],
    on: { line(line: string): void; end(): void },
  ) => RunningScript;
}

/** Follows windows of macOS by a script of the system's own that prints where the window is. */
export function createMacosWindowWatch({ followScript }: Parts): WindowWatch {
  return {
    follow(sourceId, onChange) {
      const number = windowNumber(sourceId);
      let following = true;
      let told = "";
      let owner: number | null = null;
      let script: RunningScript | null = null;

      const stop = () => {
        following = false;
        script?.stop();
      };
      const tell = (seen: WatchedWindow) => {
        const text = JSON.stringify(seen);
        if (following && text !== told) onChange(seen);
        told = text;
        if (seen.state === "closed") stop();
      };
      const start = () => {
        if (!following || number === null) return;
        let printed = false;
        script = followScript(WINDOW_PLACE_SCRIPT, [number], {
          line(line) {
            const place = readPlace(line);
            if (place === undefined) return;
            printed = true;
            owner ??= place?.processId ?? 0;
            tell(watchedPlace(place, owner));
          },
          end() {
            // It ends now and then; one that told nothing will not tell anything the next time either.
            if (printed) start();
            else tell({ bounds: null, state: "normal" });
          },
        });
      };
      if (number === null) queueMicrotask(() => tell({ bounds: null, state: "normal" }));
      start();
      return stop;
    },
  };
}
