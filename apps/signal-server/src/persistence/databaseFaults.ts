/** The fields PostgreSQL and the network put on errors (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
interface DatabaseFault {
  readonly code: string | null;
  readonly constraint: string | null;
}

const UNIQUE_VIOLATION = "23505";
/** Connection exceptions, shutdown, too many connections, and the network's own. */
const away = /^(08|57P0|53300|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EHOSTUNREACH|ENETUNREACH)/;

function read(error: unknown): DatabaseFault {
  const fields: { code?: unknown; constraint?: unknown } = typeof error === "object" && error !== null ? error : {};
  return {
    code: typeof fields.code === "string" ? fields.code : null,
    constraint: typeof fields.constraint === "string" ? fields.constraint : null,
  };
}

/** The unique constraint or index that refused a row; null when the error is something else. */
export function violatedUnique(error: unknown): string | null {
  const { code, constraint } = read(error);
  return code === UNIQUE_VIOLATION ? constraint : null;
}

/** True when the database cannot be reached now, which is worth trying again. */
export function isDatabaseAway(error: unknown): boolean {
  const { code } = read(error);
  if (code !== null) return away.test(code);
  return error instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}

/** True when the account an activity is about was deleted in the meantime. */
export function violatesActivityUser(error: unknown): boolean {
  return read(error).constraint === "activities_user_id_fkey";
}

/** True when a guest's room was closed before the guest could be stored. */
export function violatesGuestRoom(error: unknown): boolean {
  return read(error).constraint === "users_guest_of_fkey";
}
