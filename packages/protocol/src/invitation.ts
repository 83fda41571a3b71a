import { z } from "zod";

/** Who may make an account: anybody, who was invited, or nobody but the very first. */
export const signUpPolicy = z.enum(["open", "invited", "closed"]);
export type SignUpPolicy = z.infer<typeof signUpPolicy>;

/** The secret of an invitation's link: 256 bits, URL-safe. The server keeps a digest. */
export const invitationToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const invitationId = z.uuid();

/** An invitation that was not used yet, as the one who made it sees it. */
export const invitation = z.object({
  id: invitationId,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof invitation>;
