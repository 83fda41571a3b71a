import { z } from "zod";
import { userId } from "./ids";

/** Display name: free text, shown as text only. */
export const displayName = z.string().trim().min(1).max(60);

/** 3 to 30 letters, digits, dot, dash, underscore; starts with a letter or digit; compared without case. */
export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,29}$/);

/** E-mail address, compared without case; 254 characters is the limit of RFC 5321. */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** Shortest password accepted, in characters. */
export const PASSWORD_MIN_LENGTH = 12;
/** Longest password, in bytes of UTF-8: bcrypt reads no more. Checked on the server with the hasher's own rule. */
export const PASSWORD_MAX_BYTES = 72;

export const password = z.string().min(PASSWORD_MIN_LENGTH).max(1000);

/** What any contact may see of a person. */
export const userSummary = z.object({
  id: userId,
  name: displayName,
  username: z.string(),
  /** Has no account: the name is what they typed, and nobody vouches for it. */
  guest: z.literal(true).optional(),
});
export type UserSummary = z.infer<typeof userSummary>;

/** The logged-in person. */
export const me = userSummary.extend({
  email: z.string(),
  /** The one room a guest may join. */
  guestOf: z.string().optional(),
});
export type Me = z.infer<typeof me>;
