/** A code to type and the secret of a link; either one proves that somebody reads the mails of an address. */
export interface MailedSecrets {
  readonly code: string;
  readonly token: string;
  /** How long they are good for. */
  readonly minutes: number;
}

/**
 * What the server says by mail: facts, for which `mail/` has the words. No name that somebody has typed is among them:
 * whoever makes an account with another person's address must not be able to write to that person.
 */
export type Letter =
  /** To who asked for a new password. */
  | ({ readonly kind: "passwordReset" } & MailedSecrets)
  /** To the owner, after their password was changed; all or all other devices were logged out. */
  | { readonly kind: "passwordChanged"; readonly how: "reset" | "changed" }
  /** To who signed up, where that must be confirmed. */
  | ({ readonly kind: "signUp" } & MailedSecrets)
  /** To the new address of somebody who wants to change theirs. */
  | ({ readonly kind: "emailChange" } & MailedSecrets)
  /** To the old address, after the change. */
  | { readonly kind: "emailChanged" }
  /** To the owner of an address that somebody else wanted for their account. */
  | { readonly kind: "addressTaken" };
