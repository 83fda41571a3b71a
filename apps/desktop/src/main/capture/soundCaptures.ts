import type { SoundChunk, SoundEnd } from "../../shared/sharing";
import type { SoundCapture, SoundSink } from "./soundSystem";

interface SoundListeners {
  readonly onSoundChunk: (chunk: SoundChunk) => void;
  readonly onSoundEnd: (end: SoundEnd) => void;
}

/** The running captures of share sound, by number. Two run for a moment while a share is switched to another source. */
export function createSoundCaptures({ onSoundChunk, onSoundEnd }: SoundListeners) {
  const running = new Map<number, SoundCapture | null>();
  let last = 0;

  const sinkOf = (soundId: number): SoundSink => ({
    onSamples(samples) {
      if (running.has(soundId)) onSoundChunk({ soundId, samples });
    },
    onLost() {
      if (running.delete(soundId)) onSoundEnd({ soundId, reason: "lost" });
    },
  });
  const stop = async (soundId: number) => {
    const capture = running.get(soundId);
    running.delete(soundId);
    await capture?.stop();
  };

  return {
    /** Null when it could not be started, or was stopped while it started. */
    async start(begin: (sink: SoundSink) => Promise<SoundCapture>): Promise<{ soundId: number } | null> {
      last += 1;
      const soundId = last;
      running.set(soundId, null);
      const capture = await begin(sinkOf(soundId)).catch(() => null);
      if (!capture) running.delete(soundId);
      if (!running.has(soundId)) {
        await capture?.stop();
        return null;
      }
      running.set(soundId, capture);
      return { soundId };
    },
    stop,
    async stopAll(): Promise<void> {
      await Promise.all([...running.keys()].map(stop));
    },
  };
}
