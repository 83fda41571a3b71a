import { strengthOf } from "@sightline/password-strength";

/** What production demands more of; the names are those of the variables. */
export interface ProductionSettings {
  readonly HOST: string;
  readonly PUBLIC_URL?: string | undefined;
  readonly ALLOWED_ORIGINS: readonly string[];
  readonly DATABASE_URL?: string | undefined;
  readonly REDIS_URL?: string | undefined;
  readonly TURN_SECRET?: string | undefined;
  readonly SECRETS_KEY?: string | undefined;
  readonly BCRYPT_COST: number;
  readonly RATE_LIMITS: "on" | "relaxed";
}

type Fault = readonly [variable: keyof ProductionSettings, message: string];

const NEW_SECRET = "make one with: openssl rand -hex 32";

function isThisMachine(host: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]", "::1"].includes(host);
}

/** Everybody's first guess, also for somebody who knows the names beside it. */
function isWeak(secret: string, name: string): boolean {
  return strengthOf(secret, { name: "postgres", username: name, email: "" }).weakness !== null;
}

function addressFaults({ HOST, PUBLIC_URL, ALLOWED_ORIGINS }: ProductionSettings): Fault[] {
  const faults: Fault[] = [];
  if (PUBLIC_URL === undefined && !isThisMachine(HOST))
    faults.push(["PUBLIC_URL", `is needed in production where HOST lets others in (${HOST})`]);
  if (PUBLIC_URL !== undefined) {
    const { protocol, hostname } = new URL(PUBLIC_URL);
    if (protocol !== "https:" && !isThisMachine(hostname))
      faults.push(["PUBLIC_URL", "must start with https:// in production: passwords and sessions travel over it"]);
  }
  if (ALLOWED_ORIGINS.some((origin) => /^http:/i.test(origin) && !isThisMachine(new URL(origin).hostname)))
    faults.push(["ALLOWED_ORIGINS", "must start with https:// in production"]);
  return faults;
}

function databaseFaults(address: string | undefined): Fault[] {
  if (address === undefined) return [];
  const { hostname, username, password, pathname, searchParams } = new URL(address);
  // A certificate or a socket of this machine says who we are, too.
  if (hostname === "" || searchParams.has("host") || searchParams.has("sslcert")) return [];
  if (password === "") return [["DATABASE_URL", `has no password; ${NEW_SECRET}`]];
  if (!isWeak(decodeURIComponent(password), `${username} ${pathname.slice(1)}`)) return [];
  return [["DATABASE_URL", `has a password that is easy to guess; ${NEW_SECRET}`]];
}

function secretFaults({ REDIS_URL, TURN_SECRET, SECRETS_KEY }: ProductionSettings): Fault[] {
  const faults: Fault[] = [];
  // Redis without a password is usual in a network of its own; one that is no secret only looks like protection.
  const redis = REDIS_URL === undefined ? "" : decodeURIComponent(new URL(REDIS_URL).password);
  if (redis !== "" && isWeak(redis, "redis"))
    faults.push(["REDIS_URL", `has a password that is easy to guess; ${NEW_SECRET}`]);
  if (TURN_SECRET !== undefined && isWeak(TURN_SECRET, "turn"))
    faults.push(["TURN_SECRET", `is easy to guess; ${NEW_SECRET}`]);
  if (SECRETS_KEY !== undefined && isWeak(SECRETS_KEY, "secrets"))
    faults.push(["SECRETS_KEY", `is easy to guess; ${NEW_SECRET}`]);
  if (SECRETS_KEY === undefined && REDIS_URL !== undefined)
    faults.push(["SECRETS_KEY", `is needed, the same for all servers that work together; ${NEW_SECRET}`]);
  return faults;
}

/** R45: what must not be in production, all of it at once. No message repeats a secret. */
export function productionFaults(env: ProductionSettings): readonly Fault[] {
  const faults = [...addressFaults(env), ...databaseFaults(env.DATABASE_URL), ...secretFaults(env)];
  if (env.RATE_LIMITS === "relaxed") faults.push(["RATE_LIMITS", "relaxed is for test rigs, not for production"]);
  if (env.BCRYPT_COST < 12) faults.push(["BCRYPT_COST", "must be at least 12 in production"]);
  return faults;
}
