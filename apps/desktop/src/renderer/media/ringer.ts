export interface Ringer {
  /** A calm two-note ring, or the ring-back tone of somebody who waits. Starting again replaces the tone. */
  start(direction: "incoming" | "outgoing"): void;
  stop(): void;
  /** Where it sounds, if the browser can choose (AudioContext.setSinkId); null: the system's default. */
  setSpeaker(deviceId: string | null): void;
}

export declare function createRinger(): Ringer;
