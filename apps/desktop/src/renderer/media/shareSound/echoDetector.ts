import { highestFrom } from "./correlationPeak";
import { createEvidenceCount, evidenceOf, type EchoEvidence } from "./echoEvidence";
import { createRecentSamples } from "./recentSamples";
import { decibelsOf } from "./soundLevel";
import { createWhitenedCorrelation } from "./whitenedCorrelation";

/** Sample rate the detector works at, Hz: the band of speech. */
export const DETECTOR_RATE = 4_000;
const samplesIn = (milliseconds: number) => Math.round((milliseconds * DETECTOR_RATE) / 1000);

const BLOCK = samplesIn(250);
const HOP = samplesIn(60);
/** An echo may come this late: playback, capture and buffers add up to less. */
const LONGEST_LAG = samplesIn(500);
const LEAD = samplesIn(25);
const NEAR = samplesIn(25);

/** Playback quieter than this is not looked for, dB. */
const PLAYBACK_FLOOR_DB = -60;
/** An echo below this is no echo anybody hears, dB. */
const ECHO_FLOOR_DB = -70;
/** Weight of the newest look in the long memory, which finds an echo below a louder sound. */
const NEWEST = 0.03;

/** No look counts more than this many times its own noise: one coincidence is not an echo. */
const CLIP = 4;
/** How much of the best match the other way round is remembered at the next look: loops return in quiet moments, too. */
const MIRROR_FADES = 0.95;

const QUICK = { prominence: 6.5, rival: 0.75, mirror: 0.8, looks: 6, slack: samplesIn(1) };
const PATIENT = { prominence: 9, rival: 0.6, mirror: 0.8, looks: 20, slack: samplesIn(1) };

/** An echo of the playback in the share. */
export interface FoundEcho {
  /** How far the share is behind the playback, ms. */
  readonly lagMs: number;
  /** How loud the peer's voice is in the share, dB. */
  readonly level: number;
}

/**
 * Hears whether a share carries what this device plays of the peer. Both are fed at {@link DETECTOR_RATE}; the work
 * of one look is spread over several calls of `work`, as the audio thread must never be held up.
 */
export interface EchoDetector {
  putShare(sample: number): void;
  putPlayback(sample: number): void;
  /** One step of the work that is due; the echo, once it is proven. */
  work(): FoundEcho | null;
}

export function createEchoDetector(onLook?: (quick: EchoEvidence, patient: EchoEvidence) => void): EchoDetector {
  const correlation = createWhitenedCorrelation({
    rate: DETECTOR_RATE,
    block: BLOCK,
    longestLag: LONGEST_LAG,
    lead: LEAD,
  });
  const share = signalOf(correlation.pastLength);
  const playback = signalOf(correlation.pastLength);
  const memory = memoryOf(LONGEST_LAG + LEAD + 1);
  const quick = createEvidenceCount(QUICK);
  const patient = createEvidenceCount(PATIENT);
  let due = HOP;
  let mirrored = 0;

  function judge(): FoundEcho | null {
    const { first, second } = correlation.finish();
    memory.add(first, second);
    mirrored = Math.max(highestFrom(second, 2 * LEAD), MIRROR_FADES * mirrored);
    const now = evidenceOf(first, mirrored, NEAR);
    const long = evidenceOf(memory.forward, highestFrom(memory.mirrored, 2 * LEAD), NEAR);
    onLook?.(now, long);
    const proof = [quick.add(now) ? now : null, patient.add(long) ? long : null].find((one) => one !== null);
    if (!proof) return null;
    const lag = proof.at - LEAD;
    const level = echoLevel(share.block, playback.past, LONGEST_LAG - lag);
    return level >= ECHO_FLOOR_DB ? { lagMs: (1000 * lag) / DETECTOR_RATE, level } : null;
  }

  const steps = [
    () => {
      correlation.takeFirst(share.block, playback.past);
      return null;
    },
    () => {
      correlation.takeSecond(playback.block, share.past);
      return null;
    },
    judge,
  ];
  let step = steps.length;

  return {
    putShare(sample) {
      share.put(sample);
      due -= 1;
    },
    putPlayback: (sample) => playback.put(sample),
    work() {
      if (step < steps.length) return steps[step++]?.() ?? null;
      if (due > 0) return null;
      due += HOP;
      share.look();
      playback.look();
      // Without playback or without sound in the share there is nothing to find, and nothing to be paid for.
      if (loudnessOf(playback.past) > PLAYBACK_FLOOR_DB && loudnessOf(share.block) > ECHO_FLOOR_DB) step = 0;
      return null;
    },
  };
}

function signalOf(pastLength: number) {
  const recent = createRecentSamples(pastLength);
  const block = new Float32Array(BLOCK);
  const past = new Float32Array(pastLength);
  return {
    block,
    past,
    put: (sample: number) => recent.put(sample),
    /** Keeps the moment, for the steps that follow. */
    look() {
      recent.read(block, LEAD);
      recent.read(past, 0);
    },
  };
}

/** Correlations averaged over seconds: what is always at the same lag stays, all else averages out. */
function memoryOf(lags: number) {
  const forward = new Float32Array(lags);
  const mirrored = new Float32Array(lags);
  return {
    forward,
    mirrored,
    add(first: Float32Array, second: Float32Array) {
      remember(forward, first);
      remember(mirrored, second);
    },
  };
}

function remember(memory: Float32Array, look: Float32Array): void {
  let energy = 0;
  for (let lag = 0; lag < look.length; lag += 1) energy += look[lag]! * look[lag]!;
  const most = Math.sqrt(energy / look.length);
  const scale = most > 0 ? 1 / most : 0;
  for (let lag = 0; lag < look.length; lag += 1) {
    const value = Math.max(-CLIP, Math.min(CLIP, look[lag]! * scale));
    memory[lag] = memory[lag]! + NEWEST * (value - memory[lag]!);
  }
}

/** Level of the part of the share that is the playback, shifted by so many samples: a regression of one on the other. */
function echoLevel(share: Float32Array, past: Float32Array, shift: number): number {
  let product = 0;
  let energy = 0;
  for (let at = 0; at < share.length; at += 1) {
    const played = past[at + shift]!;
    product += share[at]! * played;
    energy += played * played;
  }
  return energy > 0 ? decibelsOf((product * product) / energy / share.length) : decibelsOf(0);
}

function loudnessOf(samples: Float32Array): number {
  let energy = 0;
  for (let at = 0; at < samples.length; at += 1) energy += samples[at]! * samples[at]!;
  return decibelsOf(energy / samples.length);
}
