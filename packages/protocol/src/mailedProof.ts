import { z } from "zod";

/** Without characters that are taken for one another, and without U, so that no words come out. */
export const CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
export const CODE_LENGTH = 6;

/** A code as people type it: in any case, with spaces or dashes where they like. */
export const mailedCode = z
  .string()
  .max(40)
  .transform((typed) => typed.replace(/[\s-]/g, "").toUpperCase())
  .pipe(z.string().regex(new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`)));

/** The secret of a mailed link: 256 bits. */
export const mailedToken = z.string().regex(/^[\w-]{43}$/);
