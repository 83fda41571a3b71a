// Plain JavaScript: worker threads load it as it is, from the sources and from the build alike.
import bcrypt from "bcryptjs";

/**
 * @param {{ password: string, cost: number }} task
 * @returns {Promise<string>}
 */
export function hash({ password, cost }) {
  return bcrypt.hash(password, cost);
}

/**
 * @param {{ password: string, known: string }} task
 * @returns {Promise<boolean>}
 */
export function matches({ password, known }) {
  return bcrypt.compare(password, known);
}
