import type { AudioChoice, AudioPlan, ShareSource } from "../../shared/sharing";
import type { ArmedShareStore } from "./armedShare";
import { type AudioOffer, type AudioProcess, type AudioSystem, audioOffers } from "./audioPlan";
import { type CapturedSource, offeredSources } from "./sources";

export interface Sharing {
  listSources(): Promise<ShareSource[]>;
  audioChoices(sourceId: string): AudioChoice[];
  /** False when the source was not offered, the sound is not to be had, or no call is going on. */
  arm(sourceId: string, audio: AudioPlan): boolean;
}

export interface SharingParts {
  readonly capture: () => Promise<readonly CapturedSource[]>;
  readonly ownIds: () => readonly string[];
  readonly system: AudioSystem;
  readonly processOf: (source: ShareSource) => AudioProcess | null;
  readonly armed: ArmedShareStore;
  readonly isInCall: () => boolean;
}

/** What the page may ask about sharing. Only what the picker was shown can be armed. */
export function createSharing({ capture, ownIds, system, processOf, armed, isInCall }: SharingParts): Sharing {
  let offered: readonly ShareSource[] = [];

  function offersFor(sourceId: string): readonly AudioOffer[] {
    const source = offered.find(({ id }) => id === sourceId);
    return source ? audioOffers(system, source.kind, processOf(source)) : [];
  }

  return {
    async listSources() {
      const sources = offeredSources(await capture(), ownIds());
      offered = sources;
      return sources;
    },
    audioChoices: (sourceId) => offersFor(sourceId).map(({ choice }) => choice),
    arm(sourceId, audio) {
      const source = offered.find(({ id }) => id === sourceId);
      const offer = offersFor(sourceId).find(({ choice }) => choice.plan === audio && choice.available);
      if (!isInCall() || !source || !offer) return false;
      armed.arm({ sourceId, title: source.title, audioDeviceId: offer.deviceId });
      return true;
    },
  };
}
