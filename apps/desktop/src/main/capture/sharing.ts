import type {
  AudioChoice,
  ListedSource,
  ListingRequest,
  ShareSelection,
  ShareSoundWay,
  SoundChunk,
  SoundEnd,
  SoundingApp,
} from "../../shared/sharing";
import type { ArmedShareStore } from "./armedShare";
import { createSoundCaptures } from "./soundCaptures";
import type { AudioOffer, SoundGrant, SoundSystem } from "./soundSystem";
import { createSourceList, type SourceListParts } from "./sourceList";

export interface Sharing {
  listSources(request: ListingRequest): Promise<ListedSource[]>;
  audioChoices(sourceId: string): Promise<AudioChoice[]>;
  soundingApps(): Promise<SoundingApp[]>;
  /** Title of a source the picker was shown; null when it was not. */
  titleOf(sourceId: string): string | null;
  /** Not ok when the source was not offered, the sound is not to be had, or no call is going on. */
  arm(selection: ShareSelection): Promise<{ ok: true; sound: ShareSoundWay } | { ok: false }>;
  startSound(): Promise<{ soundId: number } | null>;
  stopSound(soundId: number): Promise<void>;
  /** Ends every running sound: the call is over, or the page is gone. */
  stopSounds(): Promise<void>;
}

export interface SharingParts extends SourceListParts {
  readonly sound: SoundSystem;
  readonly armed: ArmedShareStore;
  readonly isInCall: () => boolean;
  readonly onSoundChunk: (chunk: SoundChunk) => void;
  readonly onSoundEnd: (end: SoundEnd) => void;
}

/** What the page may ask about sharing. Only what the picker was shown can be armed. */
export function createSharing(parts: SharingParts): Sharing {
  const { sound, armed, isInCall } = parts;
  const captures = createSoundCaptures(parts);
  const sources = createSourceList(parts);
  let chosen: SoundGrant | null = null;

  async function offersFor(sourceId: string, appId?: string): Promise<readonly AudioOffer[]> {
    const source = sources.find(sourceId);
    return source ? sound.offers(source, appId) : [];
  }

  return {
    listSources: (request) => sources.list(request),
    audioChoices: async (sourceId) => (await offersFor(sourceId)).map(({ choice }) => choice),
    soundingApps: async () => [...(await sound.soundingApps())],
    titleOf: (sourceId) => sources.find(sourceId)?.title ?? null,
    async arm({ sourceId, audio, appId }) {
      chosen = null;
      const offers = await offersFor(sourceId, appId);
      const source = sources.find(sourceId);
      const grant = offers.find(({ choice }) => choice.plan === audio && choice.available)?.grant;
      if (!isInCall() || !source || !grant) return { ok: false };
      chosen = grant;
      const audioDeviceId = grant.way === "display" ? grant.deviceId : null;
      armed.arm({ sourceId, title: source.title, audioDeviceId });
      return { ok: true, sound: grant.way };
    },
    async startSound() {
      // Once: a page that wants it again has to be given it again.
      const grant = chosen;
      chosen = null;
      return grant?.way === "samples" && isInCall() ? captures.start(grant.start) : null;
    },
    stopSound: (soundId) => captures.stop(soundId),
    stopSounds() {
      chosen = null;
      return captures.stopAll();
    },
  };
}
