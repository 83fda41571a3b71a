import { z } from "zod";
import { mailedCode, mailedToken } from "../mailedProof";
import { password } from "../password";
import { secondStepCode } from "../secondStepCode";
import { email, login, me } from "../user";
import { none, type Route } from "./route";

/** Getting a new password when the old one is forgotten, and changing password and address. */
export const passwordRoutes = {
  /** Answers the same, as fast, whether anybody has this address; who has gets a mail with a code and a link. */
  askPasswordReset: {
    method: "POST",
    path: "/api/password-resets",
    auth: "none",
    params: none,
    body: z.object({ email }),
    response: none,
  },
  /**
   * Sets the new password by the mailed code or the secret of the mailed link, and logs out every device; nobody is logged in by
   * it. `proof.invalid` for everything that is wrong with the proof.
   */
  resetPassword: {
    method: "POST",
    path: "/api/password-resets/use",
    auth: "none",
    params: none,
    body: z.object({
      proof: z.union([z.object({ token: mailedToken }), z.object({ email, code: mailedCode })]),
      password,
    }),
    response: none,
  },
  /**
   * Logs out every other device, and goes on under a new token. `auth.invalidCredentials`: `current` is wrong;
   * `auth.invalidCode`: with two-step log-in, `code` is wrong or missing.
   */
  changePassword: {
    method: "POST",
    path: "/api/me/password",
    auth: "session",
    params: none,
    body: z.object({ current: password, code: secondStepCode.optional(), password }),
    response: z.object({ token: z.string().optional() }),
  },
  /**
   * Mails a code and a link to the new address; the same answer for one that somebody else has. With two-step log-in it asks
   * for a code, as `changePassword` does.
   */
  askEmailChange: {
    method: "POST",
    path: "/api/me/email",
    auth: "session",
    params: none,
    body: z.object({ email, password, code: secondStepCode.optional() }),
    response: none,
  },
  confirmEmailByCode: {
    method: "POST",
    path: "/api/me/email/code",
    auth: "session",
    params: none,
    body: z.object({ code: mailedCode }),
    response: me,
  },
  /** The mailed link may be opened where nobody is logged in. */
  confirmEmailByLink: {
    method: "POST",
    path: "/api/me/email/link",
    auth: "none",
    params: none,
    body: z.object({ token: mailedToken }),
    response: none,
  },
  /** Confirms a sign-up, by the code and the name one logs in with or by the secret of the link. Logs in nobody. */
  confirmSignUp: {
    method: "POST",
    path: "/api/accounts/confirm",
    auth: "none",
    params: none,
    body: z.object({ proof: z.union([z.object({ token: mailedToken }), z.object({ login, code: mailedCode })]) }),
    response: none,
  },
  /** Another mail; the same answer for every login. */
  askConfirmation: {
    method: "POST",
    path: "/api/accounts/confirmations",
    auth: "none",
    params: none,
    body: z.object({ login }),
    response: none,
  },
} as const satisfies Record<string, Route>;
