import { peakOf } from "./correlationPeak";

/** What one look at share and playback found. */
export interface EchoEvidence {
  /** Index of the lag. */
  readonly at: number;
  readonly prominence: number;
  readonly rival: number;
  /** The best match the other way round (the playback repeats the share), relative to this one. */
  readonly mirror: number;
}

interface Thresholds {
  /** Below this a peak may be chance. */
  readonly prominence: number;
  /** Above this something repeats itself, and the peak says nothing. */
  readonly rival: number;
  /** Above this the peer's microphone hears our share, not our share the peer. */
  readonly mirror: number;
  /** Looks in a row that must find the same lag. */
  readonly looks: number;
  /** How far the lags of the same echo may lie apart, in samples. */
  readonly slack: number;
}

/** @param mirrored Height of the best match the other way round. */
export function evidenceOf(correlation: Float32Array, mirrored: number, near: number): EchoEvidence {
  const { at, height, prominence, rival } = peakOf(correlation, near);
  return { at, prominence, rival, mirror: height > 0 ? mirrored / height : 1 };
}

/** Counts looks that agree; one that contradicts starts anew, one without playback is not counted at all. */
export function createEvidenceCount({ prominence, rival, mirror, looks, slack }: Thresholds) {
  let lag = Number.NaN;
  let count = 0;
  return {
    /** True once the echo is proven. */
    add(evidence: EchoEvidence): boolean {
      const strong = evidence.prominence >= prominence && evidence.rival <= rival && evidence.mirror <= mirror;
      if (!strong) {
        count = Math.max(0, count - 1);
        return false;
      }
      count = Math.abs(evidence.at - lag) <= slack ? count + 1 : 1;
      lag = evidence.at;
      return count >= looks;
    },
    reset() {
      count = 0;
    },
  };
}
