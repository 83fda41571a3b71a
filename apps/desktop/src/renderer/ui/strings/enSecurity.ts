import type { ActivityKind } from "@sightline/protocol";

const kinds: Record<ActivityKind, string> = {
  accountMade: "Account created",
  logIn: "Logged in",
  logInFailed: "Log-in with a wrong password",
  logOut: "Logged out",
  sessionRevoked: "Logged out from another device",
  sessionExpired: "Logged out after a long time",
  passwordChanged: "Password changed",
  passwordResetAsked: "New password asked for by e-mail",
  passwordReset: "Password set anew by e-mail",
  emailChangeAsked: "Change of the e-mail address asked for",
  emailChanged: "E-mail address changed",
  emailConfirmed: "E-mail address confirmed",
  twoFactorOn: "Two-step log-in turned on",
  twoFactorOff: "Two-step log-in turned off",
  twoFactorFailed: "Log-in with the right password and a wrong code",
  recoveryCodeUsed: "Recovery code used",
  recoveryCodesMade: "Recovery codes made",
  dataExported: "Data exported",
};

/** The safety of one's own account. */
export const security = {
  devices: "Your devices",
  thisDevice: "This device",
  inUse: "In use now",
  lastSeen: "Last used",
  unnamedDevice: "A device",
  revokeNamed: (name: string) => `Log out ${name}`,
  revokeOthers: "Log out everywhere else",
  revoked: (name: string) => `${name} is logged out.`,
  revokedOthers: "All other devices are logged out.",
  loggedOutHere: "You were logged out on this device. Log in again to go on.",
  activity: "Recent security activity",
  activityWhy: "The last 90 days. If something here was not you, change your password.",
  noActivity: "Nothing happened in the last 90 days.",
  showAll: (count: number) => `Show all ${count}`,
  kinds,
};
