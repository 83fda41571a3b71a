import type { ShareFigures } from "../appContext";

/** Below this kilobits are easier to read. */
const MEGABIT = 1000;

/** A bitrate in the unit that is easier to read. */
export function rate(kilobits: number): string {
  return kilobits < MEGABIT ? `${kilobits} kbit/s` : `${(kilobits / MEGABIT).toFixed(1)} Mbit/s`;
}

/** Words of how a share is sent and what really arrives. */
export const shareQuality = {
  legend: "Best for",
  presets: { auto: "Auto", text: "Text", motion: "Motion" },
  sending: "What is being sent",
  receiving: "Picture details",
  measuring: "Measuring…",
  figures: ({ width, height, framesPerSecond, codec, kilobitsPerSecond }: ShareFigures) =>
    `${width}×${height} · ${framesPerSecond} fps · ${codec} · ${rate(kilobitsPerSecond)}`,
};
