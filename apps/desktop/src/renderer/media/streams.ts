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
  subscribe(listener: () => void): () => void;
}

export declare function createStreams(): StreamRegistry;
