import { createSoundGuard } from "./soundGuard";
import { GUARD_PROCESSOR, type GuardOrder } from "./workletMessages";
import { SAMPLE_RATE } from "./sampleQueue";

/** Two inputs: the share, and what is played of the peer. One output: what may be sent. */
class GuardProcessor extends AudioWorkletProcessor {
  readonly #guard = createSoundGuard(SAMPLE_RATE, (report) => this.port.postMessage(report));
  #running = true;

  constructor() {
    super();
    this.port.addEventListener("message", ({ data }: MessageEvent<GuardOrder>) => {
      if (data.type === "watch") return this.#guard.watch(data.on);
      this.#guard.close();
      this.#running = false;
    });
    this.port.start();
  }

  process([share = [], playback = []]: Float32Array[][], [out = []]: Float32Array[][]): boolean {
    this.#guard.pass(share, playback, out);
    return this.#running;
  }
}

registerProcessor(GUARD_PROCESSOR, GuardProcessor);
