import { PASSWORD_MIN_LENGTH, type SignUpPolicy } from "@sightline/protocol";

/** What the server's operator decided; the usual until the server has said. */
export interface ServerStore {
  /** Characters a new password needs. */
  readonly passwordMinLength: number;
  readonly signUp: SignUpPolicy;
  /** Domains an account's e-mail address may have; none: any. */
  readonly signUpDomains: readonly string[];
  /** The secret of the invitation whose link was opened. */
  readonly invitation: string | null;
}

export const usualServer: ServerStore = {
  passwordMinLength: PASSWORD_MIN_LENGTH,
  signUp: "open",
  signUpDomains: [],
  invitation: null,
};

/** What somebody signs up with. */
export interface NewAccount {
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly password: string;
  /** Secret of an invitation. */
  readonly invitation?: string;
}
