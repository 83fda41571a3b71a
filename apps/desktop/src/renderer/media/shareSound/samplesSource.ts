import type { DesktopApi } from "../../../shared/desktopApi";

/** The desktop app's sound of other apps, where it comes as samples. */
export type SampleSound = Pick<DesktopApi["sharing"], "startSound" | "stopSound" | "onSoundChunk" | "onSoundEnd">;

interface Sink {
  readonly onSamples: (samples: Uint8Array) => void;
  /** `failed`: it never began. `lost`: its source vanished. Nothing follows. */
  readonly onEnd: (reason: "failed" | "lost") => void;
}

/** Starts the armed share's sound and hands on its samples until it ends or is stopped. */
export function startSamples(sound: SampleSound, { onSamples, onEnd }: Sink): { stop(): void } {
  let soundId: number | null = null;
  let over = false;
  /** Ends may overtake the answer to the start. */
  const ended = new Set<number>();
  const unsubscribe = [
    sound.onSoundChunk((chunk) => {
      if (!over && chunk.soundId === soundId) onSamples(chunk.samples);
    }),
    sound.onSoundEnd((end) => {
      if (soundId === null) ended.add(end.soundId);
      else if (end.soundId === soundId) finish("lost");
    }),
  ];

  function leave(): void {
    over = true;
    for (const off of unsubscribe) off();
  }
  function finish(reason: "failed" | "lost"): void {
    if (over) return;
    leave();
    onEnd(reason);
  }

  void sound
    .startSound()
    .catch(() => null)
    .then((started) => {
      // Stopped while it started: it must not run on with nobody listening.
      if (over) return started && sound.stopSound(started.soundId);
      if (!started) return finish("failed");
      if (ended.has(started.soundId)) return finish("lost");
      soundId = started.soundId;
    });

  return {
    stop() {
      if (over) return;
      leave();
      if (soundId !== null) void sound.stopSound(soundId);
    },
  };
}
