import type { Outcome } from "../appContext";
import type { ShownAgain } from "./securityContext";

/** Changing what one logs in with. */
export interface CredentialsIntents {
  /** Logs out every other device. */
  changePassword(input: { current: string; code?: string | undefined; password: string }): Promise<Outcome>;
  /** Succeeds whether somebody else has the address or not. */
  askEmailChange(input: ShownAgain & { email: string }): Promise<Outcome>;
  confirmSignUp(proof: { login: string; code: string } | { token: string }): Promise<Outcome>;
  /** Another mail to confirm a sign-up with. */
  askConfirmation(login: string): Promise<Outcome>;
  confirmEmail(proof: { code: string } | { token: string }): Promise<Outcome>;
}
