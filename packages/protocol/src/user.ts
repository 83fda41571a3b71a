import { z } from "zod";
import { userId } from "./ids";
import { pictureId } from "./picture";

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

/** What one logs in with: a username or an e-mail address. */
export const login = z.string().trim().toLowerCase().min(1).max(254);

/** What any contact may see of a person. */
export const userSummary = z.object({
  id: userId,
  name: displayName,
  username: z.string(),
  /** Their picture, if they have one: `picturePath`. */
  picture: pictureId.optional(),
  /** Has no account: the name is what they typed, and nobody vouches for it. */
  guest: z.literal(true).optional(),
});
export type UserSummary = z.infer<typeof userSummary>;

/** The logged-in person. */
export const me = userSummary.extend({
  email: z.string(),
  /** They have proved that they read this address. */
  emailConfirmed: z.literal(true).optional(),
  /** The one room a guest may join. */
  guestOf: z.string().optional(),
});
export type Me = z.infer<typeof me>;
