// Plain JavaScript: worker threads load it as it is, from the sources and from the build alike.
import { strengthOf } from "@sightline/password-strength";
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

/**
 * @param {{ password: string, person: { name: string, username: string, email: string } }} task
 * @returns {"common" | "personal" | null}
 */
export function weakness({ password, person }) {
  return strengthOf(password, person).weakness;
}
