import { renderRound } from "./ringTones";

export interface Ringer {
  /** A calm two-note ring, or the ring-back tone of somebody who waits. Starting again replaces the tone. */
  start(direction: "incoming" | "outgoing"): void;
  stop(): void;
  /** Where it sounds, if the browser can choose (AudioContext.setSinkId); null: the system's default. */
  setSpeaker(deviceId: string | null): void;
}

/** Long enough not to click. */
const FADE_SECONDS = 0.05;

interface SinkChoice {
  setSinkId?(sinkId: string): Promise<void>;
}

/**
 * Plays the tones by Web Audio, as a loop in a buffer: a hidden window's timers are slowed, its sound is not. Where
 * the browser allows no sound before a first click, the ring stays silent and the rest of the app shows it.
 */
export function createRinger(makeContext: () => AudioContext = () => new AudioContext()): Ringer {
  let context: (AudioContext & SinkChoice) | null = null;
  let playing: { readonly source: AudioBufferSourceNode; readonly gain: GainNode } | null = null;
  let speaker = "";

  function useSpeaker(): void {
    // A speaker that is gone leaves the sound where it is.
    void context?.setSinkId?.(speaker)?.catch(() => {});
  }

  function stop(): void {
    if (!context || !playing) return;
    const { source, gain } = playing;
    playing = null;
    gain.gain.setTargetAtTime(0, context.currentTime, FADE_SECONDS / 3);
    source.stop(context.currentTime + FADE_SECONDS);
    source.addEventListener("ended", () => {
      source.disconnect();
      gain.disconnect();
      // Lets go of the sound device; a call that begins meanwhile has its own.
      if (!playing) void context?.suspend();
    });
  }

  return {
    start(direction) {
      stop();
      if (!context) {
        context = makeContext();
        if (speaker) useSpeaker();
      }
      const samples = renderRound(direction, context.sampleRate);
      const buffer = context.createBuffer(1, samples.length, context.sampleRate);
      buffer.copyToChannel(samples, 0);
      const source = new AudioBufferSourceNode(context, { buffer, loop: true });
      const gain = new GainNode(context);
      source.connect(gain).connect(context.destination);
      source.start();
      playing = { source, gain };
      void context.resume().catch(() => {});
    },
    stop,
    setSpeaker(deviceId) {
      speaker = deviceId ?? "";
      useSpeaker();
    },
  };
}
