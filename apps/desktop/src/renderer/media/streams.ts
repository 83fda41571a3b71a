export type StreamName =
  | "localCamera"
  | "localShare"
  | "remoteCamera"
  | "remoteVoice"
  | "remoteShare"
  | "remoteShareSound"
  | "preview";

/** The pictures and sounds of a call by name. `get` returns the same object as long as the content is the same. */
export interface StreamRegistry {
  get(name: StreamName): MediaStream | null;
  /** One track per stream; null takes it away. */
  set(name: StreamName, track: MediaStreamTrack | null): void;
  /** Takes all away but the named ones. */
  clear(keep?: readonly StreamName[]): void;
  /** Calls back after each change of any stream; returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void;
}

interface Entry {
  readonly track: MediaStreamTrack;
  readonly stream: MediaStream;
}

export function createStreams(
  streamOf: (track: MediaStreamTrack) => MediaStream = (track) => new MediaStream([track]),
): StreamRegistry {
  const entries = new Map<StreamName, Entry>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };

  return {
    get: (name) => entries.get(name)?.stream ?? null,
    set(name, track) {
      if ((entries.get(name)?.track ?? null) === track) return;
      if (track) entries.set(name, { track, stream: streamOf(track) });
      else entries.delete(name);
      tell();
    },
    clear(keep = []) {
      const gone = [...entries.keys()].filter((name) => !keep.includes(name));
      for (const name of gone) entries.delete(name);
      if (gone.length > 0) tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
