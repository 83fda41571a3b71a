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
  /** Stops what is not a track, after the tracks. */
  readonly onStop?: (value: T) => void;
  readonly onChange: (value: T | null) => void;
  readonly onLost: () => void;
}

/** One capture device: at most one thing open and one thing opening, whatever is asked in whatever order. */
export class HeldDevice<T, P = MediaProblem> {
  readonly #options: Options<T>;
  #current: T | null = null;
  #opening: Promise<Opened<T, P>> | null = null;
  /** Grows with each close; what began before belongs to nobody any more. */
  #turn = 0;
  // Many phones give a camera to one user at a time: the next begins when the one before is really through.
  #line: Promise<unknown> = Promise.resolve();

  constructor(options: Options<T>) {
    this.#options = options;
  }

  get current(): T | null {
    return this.#current;
  }

  /** Gives what is open or opening, else opens. */
  open(start: () => Promise<Captured<T, P>>): Promise<Opened<T, P>> {
    if (this.#opening) return this.#opening;
    const live = this.#live();
    if (live) return Promise.resolve({ status: "open", value: live });
    // An exchange under way may have brought one by then.
    const opening = this.#begin(() => {
      const brought = this.#live();
      return brought ? Promise.resolve({ ok: true, value: brought }) : start();
    });
    this.#opening = opening;
    void opening.then(() => {
      if (this.#opening === opening) this.#opening = null;
    });
    return opening;
  }

  /** Puts something else in place of what is open; `released` when nothing is. If it fails, what still lives stays. */
  exchange(start: (old: T) => Promise<Captured<T, P>>): Promise<Opened<T, P>> {
    return this.#begin(() => (this.#current ? start(this.#current) : null));
  }

  /** Also closes, as soon as it opens, what is opening. */
  close(): void {
    this.#turn++;
    this.#opening = null;
    if (!this.#current) return;
    this.#stop(this.#current);
    this.#hold(null);
  }

  #begin(start: () => Promise<Captured<T, P>> | null): Promise<Opened<T, P>> {
    const mine = this.#turn;
    const result = this.#line.then(async (): Promise<Opened<T, P>> => {
      const started = mine === this.#turn ? start() : null;
      if (!started) return { status: "released" };
      const captured = await started;
      if (mine === this.#turn) return this.#settle(captured);
      if (captured.ok) this.#stop(captured.value);
      return { status: "released" };
    });
    this.#line = result;
    return result;
  }

  #settle(captured: Captured<T, P>): Opened<T, P> {
    const old = this.#current;
    if (!captured.ok) {
      if (old && !this.#live()) this.#hold(null);
      return { status: "problem", problem: captured.problem };
    }
    if (captured.value !== old) {
      this.#hold(captured.value);
      if (old) this.#stop(old);
    }
    return { status: "open", value: captured.value };
  }

  #hold(value: T | null): void {
    this.#current = value;
    const [first] = value ? this.#options.tracksOf(value) : [];
    first?.addEventListener("ended", () => {
      if (this.#current !== value) return;
      this.close();
      this.#options.onLost();
    });
    this.#options.onChange(value);
  }

  #live(): T | null {
    const value = this.#current;
    return value && this.#options.tracksOf(value)[0]?.readyState === "live" ? value : null;
  }

  #stop(value: T): void {
    for (const track of this.#options.tracksOf(value)) track.stop();
    this.#options.onStop?.(value);
  }
}
