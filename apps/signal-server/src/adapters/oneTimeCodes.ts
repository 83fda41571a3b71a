import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { OneTimeCodes } from "../domain/ports";

const PERIOD_S = 30;
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;
/** What the authenticator app shows as the service. */
const ISSUER = "Sightline";

function totp(secret: string, label?: string): TOTP {
  // What every authenticator app does when it is told nothing else; some ignore it when they are.
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD_S,
    secret: Secret.fromBase32(secret),
  });
}

/** Codes by RFC 6238; a clock may be one step off. */
export const oneTimeCodes: OneTimeCodes = {
  newSecret: () => new Secret({ size: SECRET_BYTES }).base32,
  uri: (secret, account) => totp(secret, account).toString(),
  stepOf(secret, code, at) {
    const timestamp = at.getTime();
    const delta = totp(secret).validate({ token: code, timestamp, window: 1 });
    return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_S) + delta;
  },
  // 80 bits: too many to try, even by somebody who has the digests.
  newRecoveryCode: () =>
    new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32.replace(/(.{4})(?=.)/g, "$1-"),
};
