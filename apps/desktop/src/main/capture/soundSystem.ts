import type { AudioChoice, SoundingApp } from "../../shared/sharing";
import type { OfferedSource } from "./sources";

/** A running capture of sound outside Chromium. */
export interface SoundCapture {
  /** Nothing is sent any more from here on; resolves when everything it made in the system is gone. */
  stop(): Promise<void>;
}

/** Where the samples of a capture go. */
export interface SoundSink {
  /** Interleaved stereo, signed 16 bit little endian, 48 kHz. */
  onSamples(samples: Uint8Array): void;
  /** It ended by itself; nothing follows, and nothing else took its place. */
  onLost(): void;
}

/**
 * How an offered sound is had once the person chose it. `display`: Chromium captures it, by this audio device id.
 * `samples`: we capture it ourselves and hand the page its samples.
 */
export type SoundGrant =
  | { readonly way: "none" }
  | { readonly way: "display"; readonly deviceId: string }
  | { readonly way: "samples"; start(sink: SoundSink): Promise<SoundCapture> };

/** A line of the picker's sound choice, and what fulfils it; null when it cannot be had. */
export interface AudioOffer {
  readonly choice: AudioChoice;
  readonly grant: SoundGrant | null;
}

/** What one operating system can do about sound. Never offers plain loopback, never widens a plan by itself. */
export interface SoundSystem {
  /** From the narrowest sound to none; the first that works is the safest useful one. */
  offers(source: OfferedSource, appId?: string): Promise<readonly AudioOffer[]>;
  /** Name of a window's app, as it is offered; null where it is not known. */
  appNameOf(window: { readonly id: string }): Promise<string | null>;
  /** Programs the person may choose from where the source's own is not known. */
  soundingApps(): Promise<readonly SoundingApp[]>;
}
