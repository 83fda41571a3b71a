/** Ways to make a call, apart from ours. */
export type Way = "cold" | "warm" | "peerjs" | "simple-peer";

export type Side = "caller" | "callee";

export interface Meeting {
  readonly side: Side;
}

/** One side of one way to make calls, driven alike whatever is behind it. */
export interface Contestant {
  /** Caller: opens camera and microphone and calls. */
  ring(constraints: MediaStreamConstraints): Promise<void>;
  /** Callee: resolves when it may be accepted; caller and callee: when all is done that is done while it rings. */
  ringing(): Promise<void>;
  /** Callee: what the click on "Accept" does. Camera and microphone are opened here, not before. */
  accept(): Promise<void>;
  /** What the callee will ask of `getUserMedia` when it accepts. */
  setConstraints(constraints: MediaStreamConstraints): void;
  /** Leaves nothing of the call behind. */
  hangUp(): void;
}

/** Resolves when the servers are reached. */
export type CreateContestant = (meeting: Meeting) => Promise<Contestant>;

/** Where the servers of the contest are, besides the page's own address. */
export const RELAY_PORT = 8738;
export const PEERJS_PORT = 8739;

/** A promise and what keeps it. */
export function expectation<T = void>(): { readonly kept: Promise<T>; keep(value: T): void } {
  let keep: (value: T) => void = () => {};
  const kept = new Promise<T>((resolve) => {
    keep = resolve;
  });
  return { kept, keep: (value) => keep(value) };
}
