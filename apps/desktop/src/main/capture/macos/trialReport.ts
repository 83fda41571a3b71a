import { z } from "zod";
import type { TrialResult } from "./appSoundTrial";

/**
 * Run in the trial's page: captures once, plays a tone nobody hears (18 kHz at -60 dBFS) through our own audio, and
 * looks for it in what was captured. Answers with facts only, see `reportSchema`; levels are in dBFS.
 */
export const TRIAL_SCRIPT = `(async () => {
  const tone = 18000;
  const raw = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  let stream;
  try {
    stream = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: raw });
  } catch (error) {
    return { captured: false, error: String(error && error.name) };
  }
  const context = new AudioContext();
  try {
    const track = stream.getAudioTracks()[0];
    if (!track) return { captured: true, live: false, toneDb: -1000, aroundDb: -1000 };
    const source = new OscillatorNode(context, { frequency: tone });
    source.connect(new GainNode(context, { gain: 0.001 })).connect(context.destination);
    source.start();
    const analyser = new AnalyserNode(context, { fftSize: 16384, smoothingTimeConstant: 0, minDecibels: -160 });
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    await context.resume();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const bins = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(bins);
    const at = Math.round((tone * analyser.fftSize) / context.sampleRate);
    const loudest = (from, to) => Math.max(-1000, ...bins.subarray(at + from, at + to + 1));
    return {
      captured: true,
      live: track.readyState === "live",
      toneDb: loudest(-2, 2),
      aroundDb: Math.max(loudest(-60, -15), loudest(15, 60)),
    };
  } finally {
    for (const track of stream.getTracks()) track.stop();
    await context.close();
  }
})()`;

const reportSchema = z.discriminatedUnion("captured", [
  z.object({ captured: z.literal(false), error: z.string().max(100) }),
  z.object({ captured: z.literal(true), live: z.boolean(), toneDb: z.number(), aroundDb: z.number() }),
]);

/** The tone is played at -60 dBFS; what is weaker than this is no tone of ours. */
const TONE_DB = -95;
/** As much louder than its surroundings is a tone, and not music that reaches up there. */
const TONE_OVER_SURROUNDINGS_DB = 20;

/**
 * What a trial's report means. Chromium tells an id it cannot capture as NotReadableError; all other refusals are about
 * permission or this window. Silence counts as working: the app may be silent, and a share tests its sound anyway.
 */
export function judgeTrial(report: unknown): TrialResult {
  const parsed = reportSchema.safeParse(report);
  if (!parsed.success) return "undecided";
  if (!parsed.data.captured) return parsed.data.error === "NotReadableError" ? "fails" : "undecided";
  const { live, toneDb, aroundDb } = parsed.data;
  if (!live) return "fails";
  return toneDb > TONE_DB && toneDb - aroundDb > TONE_OVER_SURROUNDINGS_DB ? "heardUs" : "works";
}
