import { z } from "zod";
import { secondStepCode as code } from "../secondStepCode";
import { none, type Route, signedIn, clientKind } from "./route";

const password = z.string().min(1).max(1000);
/** A new token for the desktop app: a change of how one logs in makes the one so far void. */
const renewed = z.object({ token: z.string().optional() });
const recoveryCodes = z.array(z.string());

/** Logging in with a second step: a code of an authenticator app (RFC 6238) after the password. */
export const twoFactorRoutes = {
  /**
   * Ends what `logIn` began with a `ticket`. `auth.invalidCode`: wrong, or used before. `auth.ticketExpired`: too late or too
   * many tries, log in anew.
   */
  logInSecondStep: {
    method: "POST",
    path: "/api/sessions/second-step",
    auth: "none",
    params: none,
    body: z.object({ ticket: z.string().min(1).max(64), code, client: clientKind }),
    response: signedIn,
  },
  twoFactor: {
    method: "GET",
    path: "/api/me/two-factor",
    auth: "session",
    params: none,
    body: none,
    response: z.object({ on: z.boolean(), recoveryCodesLeft: z.number().int() }),
  },
  /** A new secret, which does nothing until a code of it was confirmed. `twoFactor.isOn` when there is one already. */
  beginTwoFactor: {
    method: "POST",
    path: "/api/me/two-factor/setup",
    auth: "session",
    params: none,
    body: z.object({ password }),
    /** `uri` is what the QR code says (`otpauth:`), `secret` the same to type in. */
    response: z.object({ secret: z.string(), uri: z.string() }),
  },
  /** From now on log-in asks for a code. The recovery codes are told once. */
  confirmTwoFactor: {
    method: "POST",
    path: "/api/me/two-factor/confirm",
    auth: "session",
    params: none,
    body: z.object({ code }),
    response: renewed.extend({ recoveryCodes }),
  },
  endTwoFactor: {
    method: "POST",
    path: "/api/me/two-factor/off",
    auth: "session",
    params: none,
    body: z.object({ password, code }),
    response: renewed,
  },
  /** Ten new ones; those so far are void. */
  renewRecoveryCodes: {
    method: "POST",
    path: "/api/me/two-factor/recovery-codes",
    auth: "session",
    params: none,
    body: z.object({ password, code }),
    response: z.object({ recoveryCodes }),
  },
} as const satisfies Record<string, Route>;
