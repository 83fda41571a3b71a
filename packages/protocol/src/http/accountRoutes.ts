import { z } from "zod";
import { invitationToken } from "../invitation";
import { password } from "../password";
import { displayName, email, login, me, username } from "../user";
import { clientKind, none, type Route, signedIn, signedInOrAsked } from "./route";

/** Accounts and their sessions. */
export const accountRoutes = {
  signUp: {
    method: "POST",
    path: "/api/accounts",
    auth: "none",
    params: none,
    body: z.object({
      name: displayName,
      username,
      email,
      password,
      /** The secret of an invitation's link. */
      invitation: invitationToken.optional(),
      client: clientKind,
    }),
    response: signedIn,
  },
  logIn: {
    method: "POST",
    path: "/api/sessions",
    auth: "none",
    params: none,
    body: z.object({
      login,
      password,
      client: clientKind,
    }),
    /** A `ticket` alone where the account has two-step log-in: `logInSecondStep` goes on with it. */
    response: signedInOrAsked,
  },
  logOut: {
    method: "DELETE",
    path: "/api/sessions/current",
    auth: "guest",
    params: none,
    body: none,
    response: none,
  },
  me: { method: "GET", path: "/api/me", auth: "guest", params: none, body: none, response: me },
} as const satisfies Record<string, Route>;
