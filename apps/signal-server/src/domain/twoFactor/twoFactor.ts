import { ok, refused, type Result } from "@sightline/protocol";
import type { Clock, Ids, Log, OneTimeCodes, SecretBox, SecurityEvents } from "../ports";
import type { Caller } from "../security/securityEvent";
import type { User } from "../users/user";
import type { TwoFactorRepository } from "./twoFactorRepository";

interface TwoFactorPorts {
  readonly twoFactors: TwoFactorRepository;
  readonly codes: OneTimeCodes;
  readonly box: SecretBox;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly security: SecurityEvents;
  readonly log: Log;
}

const RECOVERY_CODES = 10;

/** Spaces, dashes and case are for the eyes. */
function plain(code: string): string {
  return code.replaceAll(/[\s-]/g, "").toUpperCase();
}

/** The second step of log-in: a secret shared with an authenticator app, and recovery codes for the day it is lost. */
export class TwoFactor {
  constructor(private readonly ports: TwoFactorPorts) {}

  async isOn(userId: string): Promise<boolean> {
    return (await this.ports.twoFactors.find(userId))?.confirmedAt != null;
  }

  async statusOf(userId: string): Promise<{ on: boolean; recoveryCodesLeft: number }> {
    return { on: await this.isOn(userId), recoveryCodesLeft: await this.ports.twoFactors.recoveryCodesLeft(userId) };
  }

  /** A new secret for somebody who has just proved their password; `twoFactor.isOn` when there is one in use. */
  async begin(user: User): Promise<Result<{ secret: string; uri: string }>> {
    const { twoFactors, codes, box, clock } = this.ports;
    const secret = codes.newSecret();
    const begun = await twoFactors.begin(user.id, box.seal(secret, user.id), clock.now());
    return begun ? ok({ secret, uri: codes.uri(secret, user.username) }) : refused("twoFactor.isOn");
  }

  /** Turns it on by a code of the secret; answers the recovery codes, which are not kept. `auth.invalidCode`. */
  async confirm(user: User, code: string, caller: Caller): Promise<Result<string[]>> {
    const { twoFactors, codes, clock, security } = this.ports;
    const stored = await twoFactors.find(user.id);
    if (!stored) return refused("auth.invalidCode", { field: "code" });
    if (stored.confirmedAt) return refused("twoFactor.isOn");
    const secret = this.secretOf(user.id, stored.sealedSecret);
    const step = secret === null ? null : codes.stepOf(secret, plain(code), clock.now());
    if (step === null) return refused("auth.invalidCode", { field: "code" });
    const recovery = this.newRecoveryCodes(user.id);
    const confirmed = await twoFactors.confirm(user.id, stored.sealedSecret, step, recovery.digests, clock.now());
    if (!confirmed) return refused("twoFactor.isOn");
    security.record({ kind: "twoFactorOn", userId: user.id, ...caller });
    return ok(recovery.codes);
  }

  /** Uses a code of the app, or a recovery code: each is good once, and of two uses at once exactly one is right. */
  async use(userId: string, code: string, caller: Caller): Promise<boolean> {
    const { twoFactors, codes, ids, clock, security } = this.ports;
    const stored = await twoFactors.find(userId);
    if (!stored?.confirmedAt) return false;
    const given = plain(code);
    if (/^\d{6}$/.test(given)) {
      const secret = this.secretOf(userId, stored.sealedSecret);
      const step = secret === null ? null : codes.stepOf(secret, given, clock.now());
      return step !== null && (await twoFactors.useStep(userId, step));
    }
    const used = await twoFactors.useRecoveryCode(userId, ids.digest(`${userId}:${given}`));
    if (used) security.record({ kind: "recoveryCodeUsed", userId, ...caller });
    return used;
  }

  /** Ten new ones in place of those so far. */
  async renewRecoveryCodes(userId: string, caller: Caller): Promise<string[]> {
    const { codes, digests } = this.newRecoveryCodes(userId);
    await this.ports.twoFactors.replaceRecoveryCodes(userId, digests);
    this.ports.security.record({ kind: "recoveryCodesMade", userId, ...caller });
    return codes;
  }

  async turnOff(userId: string, caller: Caller): Promise<void> {
    await this.ports.twoFactors.remove(userId);
    this.ports.security.record({ kind: "twoFactorOff", userId, ...caller });
  }

  private newRecoveryCodes(userId: string): { codes: string[]; digests: string[] } {
    const { codes: source, ids } = this.ports;
    const codes = Array.from({ length: RECOVERY_CODES }, () => source.newRecoveryCode());
    // With the id in it, the same code of two people would not look the same.
    return { codes, digests: codes.map((code) => ids.digest(`${userId}:${plain(code)}`)) };
  }

  /** Null when it was sealed with another key: then recovery codes are the way in. */
  private secretOf(userId: string, sealed: string): string | null {
    const secret = this.ports.box.open(sealed, userId);
    if (secret === null) this.ports.log.error("sealed with another SECRETS_KEY", { user: userId });
    return secret;
  }
}
