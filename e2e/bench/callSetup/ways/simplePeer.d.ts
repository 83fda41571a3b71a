declare module "simple-peer/simplepeer.min.js" {
  /** As much of it as the bench uses; it brings no types. */
  export interface SimplePeerInstance {
    signal(data: unknown): void;
    on(event: "signal", listener: (data: unknown) => void): void;
    on(event: "track", listener: (track: MediaStreamTrack) => void): void;
    destroy(): void;
  }
  interface SimplePeerOptions {
    readonly initiator: boolean;
    readonly stream: MediaStream;
    readonly trickle: boolean;
    readonly config: RTCConfiguration;
  }
  const SimplePeer: new (options: SimplePeerOptions) => SimplePeerInstance;
  export default SimplePeer;
}
