import type { MailedSecrets } from "../letters";

/** What a person proves by reading the mails of an address. */
export type ProofPurpose = "password" | "email" | "signUp";

/** A code and a link that were mailed, as they are stored: neither can be read back out of it. */
export interface MailedProof {
  readonly userId: string;
  readonly purpose: ProofPurpose;
  /** Where they were sent. */
  readonly email: string;
  readonly tokenDigest: string;
  readonly codeHash: string;
  readonly expiresAt: Date;
}

/** Secrets that belong to nobody yet. */
export interface PreparedProof {
  readonly secrets: MailedSecrets;
  readonly tokenDigest: string;
  readonly codeHash: string;
}

/** To whom a code belongs: who is logged in, or else whoever it was sent to. */
export type ProofOwner = { readonly userId: string } | { readonly email: string };

/** What somebody shows: the secret of the link, or the code and whose it is. */
export type ShownProof = { readonly token: string } | (ProofOwner & { readonly code: string });

export interface ProofRepository {
  /** Takes the place of an older one of the same user and purpose, with `tries` for its code. */
  put(proof: MailedProof, tries: number): Promise<void>;
  findByToken(purpose: ProofPurpose, tokenDigest: string, now: Date): Promise<MailedProof | null>;
  /** Spends one try of a code; null: nothing was sent to this owner, it has run out, or no tries are left. */
  spendTry(purpose: ProofPurpose, owner: ProofOwner, now: Date): Promise<MailedProof | null>;
  restoreTries(proof: MailedProof, tries: number): Promise<void>;
  /** Uses it up. Of two at once one gets `true`; nobody does when it has run out or a newer one has taken its place. */
  take(proof: MailedProof, now: Date): Promise<boolean>;
  /** Makes everything void that was mailed to this user. */
  removeOf(userId: string): Promise<void>;
  removeExpired(now: Date): Promise<void>;
}
