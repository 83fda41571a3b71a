import type { GuardOrder, GuardReport } from "./workletMessages";

/** What happens to the sound of a share. */
export type ShareSoundFact =
  /** Loudness, dB relative to full scale; some 12 a second while it is measured. */
  | { readonly type: "level"; readonly level: number }
  /** `silent`: nothing has come from the source so far. */
  | { readonly type: "first"; readonly sound: "silent" | "heard" }
  | { readonly type: "ended"; readonly reason: ShareSoundEnd };

/**
 * Why a share goes on without its sound. `echo`: it carried the peer's own voice. `lost`: its source vanished. `failed`:
 * it could not be had, or the browser stopped it.
 */
export type ShareSoundEnd = "echo" | "lost" | "failed";

/** The sound of one opened share. */
export interface ShareSound {
  /** What is sent; null when there never was any. */
  readonly track: MediaStreamTrack | null;
  /** The browser makes it ready for speech although it was asked not to. */
  readonly altered: boolean;
  /** One listener; it is told at once what it missed. */
  watch(listener: (fact: ShareSoundFact) => void): void;
  /** Levels are told only while somebody looks. */
  measure(on: boolean): void;
  /** Nothing is sent any more from here on, and nothing told. */
  stop(): void;
}

interface Parts {
  readonly track: MediaStreamTrack | null;
  readonly altered: boolean;
  /** The worklet's port; null without a graph. */
  readonly guard: MessagePort | null;
  /** Stops the source and frees the graph. What is sent has been stopped before. */
  readonly release: () => void;
}

/** Keeps the order of the end: first the sent track, then the source. Told once, whoever comes first. */
export function createShareSound({ track, altered, guard, release }: Parts) {
  let listener: ((fact: ShareSoundFact) => void) | null = null;
  let missed: ShareSoundFact[] = [];
  let over = false;
  const order = (message: GuardOrder) => guard?.postMessage(message);

  function tell(fact: ShareSoundFact): void {
    if (listener) listener(fact);
    else if (fact.type !== "level") missed.push(fact);
  }
  function close(): boolean {
    if (over) return false;
    over = true;
    track?.stop();
    order({ type: "close" });
    release();
    return true;
  }
  const end = (reason: ShareSoundEnd) => {
    if (close()) tell({ type: "ended", reason });
  };
  guard?.addEventListener("message", ({ data }: MessageEvent<GuardReport>) => {
    if (over) return;
    if (data.type === "echo") end("echo");
    else tell(data);
  });
  guard?.start();

  const sound: ShareSound = {
    track,
    altered,
    watch(next) {
      listener = next;
      for (const fact of missed) next(fact);
      missed = [];
    },
    measure: (on) => order({ type: "watch", on }),
    stop() {
      listener = null;
      close();
    },
  };
  return { sound, end };
}
