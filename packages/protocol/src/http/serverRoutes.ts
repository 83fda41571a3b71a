import { z } from "zod";
import { directoryRule } from "../directory";
import { signUpPolicy } from "../invitation";
import { PASSWORD_MIN_LENGTH } from "../password";
import { none, type Route } from "./route";

/** What a client asks of a server before it trusts it. */
export const serverRoutes = {
  /** Name, versions; asked by a client before it trusts an address. */
  serverInfo: {
    method: "GET",
    path: "/api/server",
    auth: "none",
    params: none,
    body: none,
    response: z.object({
      product: z.literal("sightline"),
      version: z.string(),
      protocol: z.number().int(),
      /** May people without an account enter rooms? */
      guests: z.boolean().default(false),
      /** Who may make an account? */
      signUp: signUpPolicy.default("open"),
      /** Domains an account's e-mail address may have; none: any. */
      signUpDomains: z.array(z.string()).default([]),
      /** Characters a new password needs at least. */
      passwordMinLength: z.number().int().default(PASSWORD_MIN_LENGTH),
      /** May people let themselves be called by those who are no contacts of theirs? */
      strangerCalls: z.boolean().default(false),
      /** Whom does a search find? */
      directory: directoryRule.default("exact"),
    }),
  },
} as const satisfies Record<string, Route>;
