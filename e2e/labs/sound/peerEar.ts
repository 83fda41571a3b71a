import type { Page } from "@playwright/test";

const FLOOR_DB = -160;
const LOOKS = 15;
/**
 * An AnalyserNode shows a sine this much below its peak: half of it is at the negative frequency, and its Blackman window
 * weighs 0.42 on average (https://webaudio.github.io/web-audio-api/#fft-windowing-and-smoothing-over-time).
 */
const SINE_LOSS_DB = 20 * Math.log10(2 / 0.42);

/**
 * Levels of frequencies in what an audio element plays, as peaks in dB relative to full scale: for each the median of fifteen
 * looks, 100 ms apart. A busy machine drops a packet now and then, and the click of it has all frequencies.
 */
export function bandsAt(page: Page, selector: string, hertz: readonly number[]): Promise<readonly number[]> {
  return page.locator(selector).evaluate(
    async (element, { tones, floor, looks, loss }) => {
      const audio = element as HTMLAudioElement;
      if (!(audio.srcObject instanceof MediaStream)) return tones.map(() => floor);
      const context = new AudioContext({ sampleRate: 48_000 });
      await context.resume();
      const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0, minDecibels: floor });
      context.createMediaStreamSource(audio.srcObject).connect(analyser);
      const spectrum = new Float32Array(analyser.frequencyBinCount);
      const heard: number[][] = tones.map(() => []);
      let next = context.currentTime + (2 * analyser.fftSize) / context.sampleRate;
      while ((heard[0]?.length ?? looks) < looks) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (context.currentTime < next) continue;
        next = context.currentTime + 0.1;
        analyser.getFloatFrequencyData(spectrum);
        for (const [index, tone] of tones.entries()) {
          const bin = Math.round((tone * analyser.fftSize) / context.sampleRate);
          const near = [...spectrum.subarray(bin - 2, bin + 3)];
          heard[index]?.push(Math.max(floor, ...near) + loss);
        }
      }
      await context.close();
      return heard.map((each) => each.toSorted((one, other) => one - other)[Math.floor(looks / 2)] ?? floor);
    },
    { tones: [...hertz], floor: FLOOR_DB, looks: LOOKS, loss: SINE_LOSS_DB },
  );
}
