import { createSampleQueue } from "./sampleQueue";
import { FEED_PROCESSOR, type FeedOrder } from "./workletMessages";

/** No input; its output is what the page sends it. */
class FeedProcessor extends AudioWorkletProcessor {
  readonly #queue = createSampleQueue();

  constructor() {
    super();
    this.port.addEventListener("message", ({ data }: MessageEvent<FeedOrder>) => this.#queue.push(data.samples));
    this.port.start();
  }

  process(_inputs: Float32Array[][], [out]: Float32Array[][]): boolean {
    if (out?.[0] && out[1]) this.#queue.pull(out[0], out[1]);
    return true;
  }
}

registerProcessor(FEED_PROCESSOR, FeedProcessor);
