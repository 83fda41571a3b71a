import type { Captured } from "./capture";
import type { MediaProblem } from "./mediaError";

/** `released`: closed, or never wanted any more, before it was open; nothing is left open. */
export type Opened<T, P = MediaProblem> =
  | { readonly status: "open"; readonly value: T }
  | { readonly status: "problem"; readonly problem: P }
  | { readonly status: "released" };

interface Options<T> {
  /** The first track is the one whose end is the end of the whole. */
  readonly tracksOf: (value: T) => readonly MediaStreamTrack[];
  readonly onChange: (value: T | null) => void;
  readonly onLost: () => void;
}

/** One capture device: at most one thing open and one thing opening, whatever is asked in whatever order. */
export interface HeldDevice<T, P> {
  readonly current: T | null;
  /** Gives what is open or opening, else opens. */
  open(start: () => Promise<Captured<T, P>>): Promise<Opened<T, P>>;
  /** Puts something else in place of what is open; `released` when nothing is. If it fails, what still lives stays. */
  exchange(start: (old: T) => Promise<Captured<T, P>>): Promise<Opened<T, P>>;
  /** Also closes, as soon as it opens, what is opening. */
  close(): void;
}

export function createHeldDevice<T, P>({ tracksOf, onChange, onLost }: Options<T>): HeldDevice<T, P> {
  let current: T | null = null;
  let opening: Promise<Opened<T, P>> | null = null;
  /** Grows with each close; what began before belongs to nobody any more. */
  let turn = 0;
  // Many phones give a camera to one user at a time: the next begins when the one before is really through.
  let line: Promise<unknown> = Promise.resolve();

  const stop = (value: T) => {
    for (const track of tracksOf(value)) track.stop();
  };
  const isLive = (value: T) => tracksOf(value)[0]?.readyState === "live";

  function hold(value: T | null): void {
    current = value;
    if (value) {
      tracksOf(value)[0]?.addEventListener("ended", () => {
        if (current !== value) return;
        close();
        onLost();
      });
    }
    onChange(value);
  }

  function begin(start: () => Promise<Captured<T, P>> | null): Promise<Opened<T, P>> {
    const mine = turn;
    const result = line.then(async (): Promise<Opened<T, P>> => {
      const started = mine === turn ? start() : null;
      if (!started) return { status: "released" };
      const captured = await started;
      if (mine !== turn) {
        if (captured.ok) stop(captured.value);
        return { status: "released" };
      }
      return settle(captured);
    });
    line = result;
    return result;
  }

  function settle(captured: Captured<T, P>): Opened<T, P> {
    const old = current;
    if (!captured.ok) {
      if (old && !isLive(old)) hold(null);
      return { status: "problem", problem: captured.problem };
    }
    if (captured.value !== old) {
      hold(captured.value);
      if (old) stop(old);
    }
    return { status: "open", value: captured.value };
  }

  function close(): void {
    turn++;
    opening = null;
    if (!current) return;
    stop(current);
    hold(null);
  }

  return {
    get current() {
      return current;
    },
    open(start) {
      if (opening) return opening;
      if (current && isLive(current)) return Promise.resolve({ status: "open", value: current });
      // An exchange under way may have brought one by then.
      const mine = begin(() => (current && isLive(current) ? Promise.resolve({ ok: true, value: current }) : start()));
      opening = mine;
      void mine.then(() => {
        if (opening === mine) opening = null;
      });
      return mine;
    },
    exchange: (start) => begin(() => (current ? start(current) : null)),
    close,
  };
}
