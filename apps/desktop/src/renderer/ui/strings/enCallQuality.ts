import type { CallFigures, CallQualityStore, MediaFigures } from "../callStores";
import { rate } from "./enShareQuality";

type Word = NonNullable<CallQualityStore["word"]>;

const words: Record<Word, string> = { good: "Good", fair: "Fair", poor: "Poor" };

/** What a person can do about it. */
const advice: Record<Word, string | null> = {
  good: null,
  fair: "The connection is a little slow. Sound comes first; the picture may get coarser.",
  poor: "The connection is poor. Move closer to your Wi-Fi, or turn the camera off to help the sound.",
};

const codecs: Record<string, string> = { OPUS: "Opus", RED: "Opus, sent twice" };

function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} %`;
}

function media({ codec, kilobitsPerSecond, picture }: MediaFigures): string | null {
  if (kilobitsPerSecond === 0) return null;
  const name = codec && (codecs[codec.toUpperCase()] ?? codec);
  const shown = picture && `${picture.width}×${picture.height}, ${picture.framesPerSecond} fps`;
  // A number and its unit stay on one line.
  return [shown, name, rate(kilobitsPerSecond).replace(" ", "\u00a0")].filter(Boolean).join(" · ");
}

function path({ relayed, family, protocol }: NonNullable<CallFigures["path"]>): string {
  return [relayed ? "Through a relay" : "Direct", family, protocol.toUpperCase()].filter(Boolean).join(" · ");
}

/** Words of how a call is. */
export const callQuality = {
  words,
  advice,
  button: (word: string) => `Call quality: ${word}. Details`,
  title: "Call quality",
  measuring: "Measuring…",
  nothing: "Nothing",
  rows: {
    roundTrip: "Round trip",
    loss: "Lost packets",
    path: "Path",
    audioIn: "Sound received",
    audioOut: "Sound sent",
    videoIn: "Picture received",
    videoOut: "Picture sent",
  },
  safetyCode: "Safety code",
  grouped: (code: string) => `${code.slice(0, 3)}\u00a0${code.slice(3)}`,
  safetyHint: (name: string) =>
    `Read it to ${name}. If you both see the same digits, nobody is listening in between; if not, hang up.`,
  roundTrip: (ms: number) => `${ms} ms`,
  percent,
  media,
  path,
};
