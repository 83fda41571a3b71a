import type { LinkFigures } from "./linkFigures";

/** How a call is to the two who talk. */
export type QualityWord = "good" | "fair" | "poor";

type Measured = Pick<LinkFigures, "roundTrip" | "loss" | "concealed" | "frozen">;

/**
 * From which value on a measurement makes the call fair, and from which poor. The delay: people begin to talk into each
 * other at 400 ms from mouth to ear and back (ITU-T G.114 asks for 150 ms one way; capture and playout add about 100 ms
 * to the round trip shown here). The loss: error correction and redundancy hide up to about 3 %; from 10 % on words go
 * missing.
 */
const limits: Readonly<Record<keyof Measured, { readonly fair: number; readonly poor: number }>> = {
  roundTrip: { fair: 250, poor: 600 },
  loss: { fair: 0.03, poor: 0.1 },
  concealed: { fair: 0.03, poor: 0.1 },
  frozen: { fair: 0.1, poor: 0.4 },
};

/** The word for one look: the worst of what was measured decides. */
export function qualityWord(measured: Measured): QualityWord {
  const reached = (level: "fair" | "poor") =>
    (Object.keys(limits) as (keyof Measured)[]).some((what) => (measured[what] ?? 0) >= limits[what][level]);
  if (reached("poor")) return "poor";
  return reached("fair") ? "fair" : "good";
}

/** Looks in a row by which the word gets worse, and better: a single gap is no news, and a mended line must last. */
const LOOKS_TO_WORSEN = 2;
const LOOKS_TO_MEND = 4;

const order: readonly QualityWord[] = ["good", "fair", "poor"];

export interface SteadyWord {
  readonly word: QualityWord;
  /** The looks since the word last fitted. All are better than the word, or all are worse. */
  readonly others: readonly QualityWord[];
}

/** The word that is shown, which does not flicker. It changes to the mildest one all those looks agree on. */
export function steadyWord(shown: SteadyWord | null, look: QualityWord): SteadyWord {
  if (!shown) return { word: look, others: [] };
  const difference = rank(look) - rank(shown.word);
  if (difference === 0) return { word: shown.word, others: [] };
  const worse = difference > 0;
  const others = [...shown.others.filter((one) => rank(one) > rank(shown.word) === worse), look];
  if (others.length < (worse ? LOOKS_TO_WORSEN : LOOKS_TO_MEND)) return { word: shown.word, others };
  const nearest = others.reduce((near, one) => (worse === rank(one) < rank(near) ? one : near));
  return { word: nearest, others: [] };
}

function rank(word: QualityWord): number {
  return order.indexOf(word);
}
