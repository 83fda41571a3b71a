import type { CallableBy, FoundByEmail } from "@sightline/protocol";
import type { DataSource } from "typeorm";
import type { KeptPreferences, PreferenceRepository } from "../../domain/users/preferences";
import { preferenceEntity, type PreferenceRow } from "../entities/preferenceEntity";

const QUIET =
  "SELECT user_id FROM preferences WHERE quiet AND user_id = ANY($1) AND (quiet_until IS NULL OR quiet_until > $2)";
const END_QUIET =
  "UPDATE preferences SET quiet = false, quiet_until = NULL WHERE quiet AND quiet_until <= $1 RETURNING user_id";

/** @param standard of people who have set nothing */
export function createPreferenceRepository(dataSource: DataSource, standard: KeptPreferences): PreferenceRepository {
  const rows = dataSource.getRepository(preferenceEntity);
  const of: PreferenceRepository["of"] = async (userId) => {
    const row = await rows.findOneBy({ userId });
    return row ? toKept(row, standard) : standard;
  };
  return {
    of,
    async change(userId, { quiet, ...words }) {
      const set = quiet === undefined ? {} : { quiet: quiet !== null, quietUntil: quiet?.until ?? null };
      await rows.upsert({ userId, ...words, ...set }, ["userId"]);
      return of(userId);
    },
    async quietAmong(userIds, at) {
      const found: { user_id: string }[] = await dataSource.query(QUIET, [[...userIds], at]);
      return new Set(found.map((row) => row.user_id));
    },
    async endQuiet(at) {
      const [ended]: [{ user_id: string }[], number] = await dataSource.query(END_QUIET, [at]);
      return ended.map((row) => row.user_id);
    },
  };
}

function toKept(
  { callableBy, foundByEmail, quiet, quietUntil }: PreferenceRow,
  standard: KeptPreferences,
): KeptPreferences {
  // The words were written by this server from closed lists; the casts say so.
  return {
    callableBy: callableBy as CallableBy,
    foundByEmail: (foundByEmail as FoundByEmail | null) ?? standard.foundByEmail,
    quiet: quiet ? { until: quietUntil } : null,
  };
}
