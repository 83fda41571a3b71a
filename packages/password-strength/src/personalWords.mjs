/**
 * @typedef {object} Person what somebody who guesses knows
 * @property {string} name
 * @property {string} username
 * @property {string} email
 */

const PRODUCT = "sightline";
/** Shorter pieces are in half of all good passwords. */
const SHORTEST_WORD = 3;

/**
 * The words a password should not be made of: names and addresses, whole, in pieces, and run together.
 * @param {Person} person
 * @returns {string[]} lower case, each once
 */
export function personalWords({ name, username, email }) {
  const words = [name, username, email, ...email.split("@")].flatMap((known) => {
    const pieces = known.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return [known.toLowerCase(), ...pieces, pieces.join("")];
  });
  return [...new Set([PRODUCT, ...words])].filter((word) => word.length >= SHORTEST_WORD);
}
