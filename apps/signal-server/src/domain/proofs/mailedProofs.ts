import { ok, refused, type Result } from "@sightline/protocol";
import type { MailedSecrets } from "../letters";
import type { Clock, Hasher, Ids } from "../ports";
import type { MailedProof, PreparedProof, ProofPurpose, ProofRepository, ShownProof } from "./mailedProof";

interface MailedProofsPorts {
  readonly proofs: ProofRepository;
  readonly hasher: Hasher;
  readonly ids: Ids;
  readonly clock: Clock;
}

const MINUTES = 15;
/** Wrong codes until the code is void; the link still works, which cannot be guessed. */
const TRIES = 5;

/**
 * Codes and links that prove that somebody reads the mails of an address (R27): single use, 15 minutes, the newest alone.
 * A code has 30 bits, so it is stored under bcrypt like a password: who has the database cannot try all in its time.
 */
export class MailedProofs {
  constructor(private readonly ports: MailedProofsPorts) {}

  /** New secrets, hashed. Slow, and therefore done before anybody has looked whether there is somebody to send them to. */
  async prepare(): Promise<Result<PreparedProof>> {
    const { ids, hasher } = this.ports;
    const secrets = { code: ids.code(), token: ids.secret(), minutes: MINUTES };
    const codeHash = await hasher.hash(secrets.code);
    return codeHash.ok ? ok({ secrets, tokenDigest: ids.digest(secrets.token), codeHash: codeHash.value }) : codeHash;
  }

  /** From now on they prove that this user reads this address, and older ones of the purpose no longer do. */
  async issue(
    purpose: ProofPurpose,
    { id: userId, email }: { readonly id: string; readonly email: string },
    { secrets, tokenDigest, codeHash }: PreparedProof,
  ): Promise<MailedSecrets> {
    const expiresAt = new Date(this.ports.clock.now().getTime() + MINUTES * 60_000);
    await this.ports.proofs.put({ userId, purpose, email, tokenDigest, codeHash, expiresAt }, TRIES);
    return secrets;
  }

  /**
   * What is shown, looked up and not used up. `proof.invalid` for everything that can be wrong, in the same time whether
   * anything was ever sent to that address.
   */
  async check(purpose: ProofPurpose, shown: ShownProof): Promise<Result<MailedProof>> {
    const { proofs, hasher, ids, clock } = this.ports;
    const now = clock.now();
    if ("token" in shown) {
      const found = await proofs.findByToken(purpose, ids.digest(shown.token), now);
      return found ? ok(found) : refused("proof.invalid");
    }
    // The try is spent before it is compared: many at once get no more than one after the other.
    const { code, ...owner } = shown;
    const found = await proofs.spendTry(purpose, owner, now);
    const matched = await hasher.matches(code, found?.codeHash ?? null);
    if (!matched.ok) return matched;
    if (!found || !matched.value) return refused("proof.invalid");
    await proofs.restoreTries(found, TRIES);
    return ok(found);
  }

  /** Uses it up; of two at once exactly one succeeds. */
  async take(proof: MailedProof): Promise<Result<MailedProof>> {
    return (await this.ports.proofs.take(proof, this.ports.clock.now())) ? ok(proof) : refused("proof.invalid");
  }

  /** Whatever was mailed to this user proves nothing any more. */
  revoke(userId: string): Promise<void> {
    return this.ports.proofs.removeOf(userId);
  }

  sweep(): Promise<void> {
    return this.ports.proofs.removeExpired(this.ports.clock.now());
  }
}
