import type { Page } from "@playwright/test";

const FLOOR_DB = -160;
const LOOKS = 15;

/**
 * Levels of frequencies in what an audio element plays, in dB relative to full scale: for each the median of fifteen
 * looks, 100 ms apart. A busy machine drops a packet now and then, and the click of it has all frequencies.
 */
export function bandsAt(page: Page, selector: string, hertz: readonly number[]): Promise<readonly number[]> {
  return page.locator(selector).evaluate(
    async (element, { tones, floor, looks }) => {
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
          heard[index]?.push(Math.max(floor, ...near));
        }
      }
      await context.close();
      return heard.map((each) => each.toSorted((one, other) => one - other)[Math.floor(looks / 2)] ?? floor);
    },
    { tones: [...hertz], floor: FLOOR_DB, looks: LOOKS },
  );
}
