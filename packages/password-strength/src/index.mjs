// Plain JavaScript: the server's worker threads load it as it is, and the renderer loads it when somebody chooses a
// password. Both judge by the same words, so that the meter never promises what the server then refuses.
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { personalWords } from "./personalWords.mjs";

/**
 * @typedef {"common" | "personal"} Weakness why a password is guessed early: it is a common one, or made of keys in a
 *   row, repetitions and dates; or made of its person's names, their address or this product's name
 * @typedef {object} Strength
 * @property {0 | 1 | 2 | 3 | 4} score zxcvbn's: each step is a hundred to a million times the guesses of the one before
 * @property {Weakness | null} weakness null: good enough to be used
 */

/** zxcvbn calls 3 "safely unguessable": more than 10^8 guesses, hours even for somebody who has stolen the hashes. */
const GOOD_ENOUGH = 3;

const judge = new ZxcvbnFactory({
  dictionary,
  graphs: adjacencyGraphs,
  // bcrypt reads no more than 72 bytes.
  maxLength: 72,
  // Each substitution doubles the work: at the default of 512 one crafted password took 300 ms of a core, now 17.
  l33tMaxSubstitutions: 8,
});

/**
 * How well a password stands guessing by somebody who knows whose it is. Takes some milliseconds of the processor.
 * @param {string} password
 * @param {import("./personalWords.mjs").Person} person
 * @returns {Strength}
 */
export function strengthOf(password, person) {
  const { score, sequence } = judge.check(password, personalWords(person));
  if (score >= GOOD_ENOUGH) return { score, weakness: null };
  const personal = sequence.some((match) => match.dictionaryName === "userInputs");
  return { score, weakness: personal ? "personal" : "common" };
}
