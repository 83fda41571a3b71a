/** The newest samples of a signal, in a ring. */
export interface RecentSamples {
  put(sample: number): void;
  /** Copies `into.length` samples into `into`, the last of them `ago` samples old. */
  read(into: Float32Array, ago: number): void;
}

export function createRecentSamples(length: number): RecentSamples {
  const ring = new Float32Array(length);
  let at = 0;
  return {
    put(sample) {
      ring[at] = sample;
      at = at + 1 === length ? 0 : at + 1;
    },
    read(into, ago) {
      let from = (at - ago - into.length + 2 * length) % length;
      for (let index = 0; index < into.length; index += 1) {
        into[index] = ring[from]!;
        from = from + 1 === length ? 0 : from + 1;
      }
    },
  };
}
