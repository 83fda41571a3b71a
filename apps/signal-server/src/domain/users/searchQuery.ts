import { email as emailSchema, username as usernameSchema } from "@sightline/protocol";

/** What somebody who searches has typed, understood: one name or one address, whole. */
export type SearchQuery =
  | { readonly by: "username"; readonly username: string }
  | { readonly by: "email"; readonly email: string };

/** Null: it can be nobody's name or address. */
export function readQuery(typed: string): SearchQuery | null {
  // Names are shown with an "@" before them.
  const username = usernameSchema.safeParse(typed.trim().replace(/^@/, ""));
  if (username.success) return { by: "username", username: username.data };
  const email = emailSchema.safeParse(typed);
  return email.success ? { by: "email", email: email.data } : null;
}
