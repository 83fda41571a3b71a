import { decibelsOf } from "./shareSound/soundLevel";

/** Often enough to look alive, rarely enough to cost nothing. */
const EVERY_MS = 80;

/**
 * Tells how loud a track is, dB relative to full scale, some twelve times a second; `-120` is digital silence. Nothing is
 * told while the browser lets the page's audio rest. Returns the function that ends it.
 */
export function watchLevel(
  track: MediaStreamTrack,
  onLevel: (decibels: number) => void,
  makeContext: () => AudioContext = () => new AudioContext(),
): () => void {
  const context = makeContext();
  const analyser = new AnalyserNode(context, { fftSize: 4096 });
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) });
  source.connect(analyser);
  void context.resume().catch(() => undefined);
  const wave = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    if (context.state !== "running") return;
    analyser.getFloatTimeDomainData(wave);
    let energy = 0;
    for (const sample of wave) energy += sample * sample;
    onLevel(decibelsOf(energy / wave.length));
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    source.disconnect();
    void context.close().catch(() => undefined);
  };
}
