export interface StoredTwoFactor {
  readonly sealedSecret: string;
  /** Null: begun and not confirmed yet; log-in does not ask for it. */
  readonly confirmedAt: Date | null;
}

/** Whatever may happen twice at once is decided here, by the database: of two exactly one is told `true`. */
export interface TwoFactorRepository {
  find(userId: string): Promise<StoredTwoFactor | null>;
  /** Stores a secret that is not confirmed in place of another one; false when one is confirmed. */
  begin(userId: string, sealedSecret: string, at: Date): Promise<boolean>;
  /** Confirms this very secret, whose code of time step `step` is used by it, with the first recovery codes. */
  confirm(
    userId: string,
    sealedSecret: string,
    step: number,
    codeDigests: readonly string[],
    at: Date,
  ): Promise<boolean>;
  /** Uses the code of a time step, which is good once; so are all before it void. */
  useStep(userId: string, step: number): Promise<boolean>;
  useRecoveryCode(userId: string, digest: string): Promise<boolean>;
  replaceRecoveryCodes(userId: string, digests: readonly string[]): Promise<void>;
  recoveryCodesLeft(userId: string): Promise<number>;
  /** The secret and all recovery codes. */
  remove(userId: string): Promise<void>;
}

interface TicketHolder {
  readonly userId: string;
  /** Of the password that was proved. */
  readonly passwordVersion: number;
}

/** Half a log-in: the password was right. It is no session and opens nothing but the second step. */
export interface TicketRepository {
  add(ticket: TicketHolder & { digest: string; attemptsLeft: number; expiresAt: Date }): Promise<void>;
  /** Whose it is, as long as it is good. */
  holderOf(digest: string, now: Date): Promise<TicketHolder | null>;
  /** Takes one attempt; false when none is left. */
  takeAttempt(digest: string): Promise<boolean>;
  /** False when it was not there any more: somebody else has used it. */
  remove(digest: string): Promise<boolean>;
  removeExpired(now: Date): Promise<void>;
}
