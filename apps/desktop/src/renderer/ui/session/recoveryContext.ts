import type { Outcome } from "../appContext";

/** What proves that somebody reads the mails of an account. */
export type RecoveryProof = { readonly token: string } | { readonly email: string; readonly code: string };

/** A forgotten password, and what was mailed about it. */
export interface RecoveryIntents {
  /** Succeeds whether anybody has this address or not. */
  askPasswordReset(email: string): Promise<Outcome>;
  resetPassword(proof: RecoveryProof, password: string): Promise<Outcome>;
  /** The link was used or is of no use; the page is the ordinary one again. */
  forgetMailedLink(): void;
}
