import { z } from "zod";

/** Shortest password accepted, in characters, unless the server says otherwise (`serverInfo`). */
export const PASSWORD_MIN_LENGTH = 12;
/** Longest password, in bytes of UTF-8: bcrypt reads no more, and a longer one is refused rather than cut off. */
export const PASSWORD_MAX_BYTES = 72;

/**
 * A password on its way to be set or proved. NFC (as in RFC 8265) because one keyboard writes "é" as one character and
 * another as two: both must open the same account. NFKC would also take different passwords for the same. What a new
 * one must fulfil has refusals of its own: see {@link passwordFault}.
 */
export const password = z.string().min(1).max(1000).normalize("NFC");

function bytesOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_00_00 ? 3 : 4;
}

/** Why a new password cannot be used, by its length alone; null: it can. Characters are code points, as people see most. */
export function passwordFault(
  text: string,
  minLength: number,
): "input.passwordTooShort" | "input.passwordTooLong" | null {
  const characters = [...text.normalize("NFC")];
  if (characters.length < minLength) return "input.passwordTooShort";
  const bytes = characters.reduce((sum, character) => sum + bytesOf(character), 0);
  return bytes > PASSWORD_MAX_BYTES ? "input.passwordTooLong" : null;
}
