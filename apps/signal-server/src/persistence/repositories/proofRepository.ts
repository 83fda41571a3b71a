import { type DataSource, LessThan, MoreThan } from "typeorm";
import type { MailedProof, ProofPurpose, ProofRepository } from "../../domain/proofs/mailedProof";
import { mailedProofEntity, type MailedProofRow } from "../entities/mailedProofEntity";

/** Exactly this proof and none that has replaced it. */
function rowOf({ userId, purpose, tokenDigest }: MailedProof) {
  return { userId, purpose, tokenDigest };
}

function toProof({ userId, purpose, email, tokenDigest, codeHash, expiresAt }: MailedProofRow): MailedProof {
  // Only purposes of the domain are ever written.
  return { userId, purpose: purpose as ProofPurpose, email, tokenDigest, codeHash, expiresAt };
}

export function createProofRepository(dataSource: DataSource): ProofRepository {
  const rows = dataSource.getRepository(mailedProofEntity);
  return {
    async put(proof, tries) {
      await rows.upsert({ ...proof, triesLeft: tries }, ["userId", "purpose"]);
    },
    async findByToken(purpose, tokenDigest, now) {
      const row = await rows.findOneBy({ purpose, tokenDigest, expiresAt: MoreThan(now) });
      return row && toProof(row);
    },
    async spendTry(purpose, owner, now) {
      // Counted and read in one statement, so that no two tries see the same count.
      const spent = await rows
        .createQueryBuilder()
        .update()
        .set({ triesLeft: () => "tries_left - 1" })
        .where({ purpose, ...owner, triesLeft: MoreThan(0), expiresAt: MoreThan(now) })
        .returning("user_id, token_digest")
        .execute();
      const [key] = spent.raw as { user_id: string; token_digest: string }[];
      const row = key && (await rows.findOneBy({ userId: key.user_id, purpose, tokenDigest: key.token_digest }));
      return row ? toProof(row) : null;
    },
    async restoreTries(proof, tries) {
      await rows.update(rowOf(proof), { triesLeft: tries });
    },
    async take(proof, now) {
      return (await rows.delete({ ...rowOf(proof), expiresAt: MoreThan(now) })).affected === 1;
    },
    async removeOf(userId) {
      await rows.delete({ userId });
    },
    async removeExpired(now) {
      await rows.delete({ expiresAt: LessThan(now) });
    },
  };
}
