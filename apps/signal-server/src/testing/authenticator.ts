import { Secret, TOTP } from "otpauth";

/** What an authenticator app shows for this secret at this time. */
export function codeAt(secret: string, at: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
}
