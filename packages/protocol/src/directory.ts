import { z } from "zod";

/** Whom a search finds: who is named by the whole of it alone (`exact`), or also by how words of a name begin (`open`). */
export const directoryRule = z.enum(["exact", "open"]);
export type DirectoryRule = z.infer<typeof directoryRule>;

/** People one search answers at most. */
export const SEARCH_RESULTS = 20;

/** Letters and digits that one word of a search must have, for words of names to be looked for. */
export const SEARCH_LETTERS = 2;

/** More words than a name has are nobody's. */
const SEARCH_WORDS = 10;

/** Words longer than this are told apart by this many characters. */
const WORD_LENGTH = 40;

/**
 * The words of a name as they are compared: in lower case, without accents, letters and digits alone. What is written in
 * several ways in Unicode is the same (NFKD).
 */
export function wordsOf(text: string): readonly string[] {
  const plain = text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.map((word) => Array.from(word).slice(0, WORD_LENGTH).join("")))];
}

/** Is there enough in it to look for words of names by, and not more than a name holds? */
export function isSearchable(words: readonly string[]): boolean {
  return words.length <= SEARCH_WORDS && words.some((word) => Array.from(word).length >= SEARCH_LETTERS);
}
