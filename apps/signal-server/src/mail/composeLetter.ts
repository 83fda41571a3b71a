import type { Letter } from "../domain/letters";
import { htmlOf } from "./letterHtml";
import { type LetterPlace, type LetterText, wordsOf } from "./letterTexts";

export interface ComposedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

function plainOf({ opening, code, action, closing }: LetterText, from: string): string {
  const parts = [
    ...opening,
    ...(code === undefined ? [] : [`    ${code}`]),
    ...(action === undefined ? [] : [`Or open this link:\n${action.link}`]),
    ...closing,
    `-- \nSent by the Sightline server ${from}.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** A letter as it goes out, in plain text and in HTML with the same words. */
export function composeLetter(letter: Letter, place: LetterPlace): ComposedLetter {
  const words = wordsOf(letter, place);
  const { host } = new URL(place.origin);
  return { subject: words.subject, text: plainOf(words, host), html: htmlOf(words, host) };
}
