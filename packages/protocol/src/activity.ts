import { z } from "zod";

/** What concerns the security of one person's account, in a closed list: the person sees it on their account page. */
export const activityKind = z.enum([
  "accountMade",
  "logIn",
  "logInFailed",
  "logOut",
  "sessionRevoked",
  "sessionExpired",
  "passwordChanged",
  "passwordResetAsked",
  "passwordReset",
  "emailChangeAsked",
  "emailChanged",
  "emailConfirmed",
  "twoFactorOn",
  "twoFactorOff",
  "twoFactorFailed",
  "recoveryCodeUsed",
  "recoveryCodesMade",
  "dataExported",
]);
export type ActivityKind = z.infer<typeof activityKind>;

/** One line of "recent security activity". No network address: the server keeps none. */
export const activity = z.object({
  kind: activityKind,
  at: z.iso.datetime(),
  /** Name of the device it was done from, where that is known. */
  device: z.string().nullable(),
});
export type Activity = z.infer<typeof activity>;
