import { resolve } from "node:path";
import {
  type DirectoryRule,
  directoryRule,
  type IceServer,
  PASSWORD_MIN_LENGTH,
  signUpPolicy,
} from "@sightline/protocol";
import { z } from "zod";
import type { LogLevel } from "./adapters/log";
import type { SignUpRules } from "./domain/users/signUpPolicy";
import { iceServerList, turnFaults, turnSecret, turnSeconds } from "./iceSettings";
import { mailFaults, mailFrom, type MailSettings, smtpUrl } from "./mailSettings";
import { productionFaults } from "./productionFaults";

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Null: the embedded database in the data folder. */
  readonly databaseUrl: string | null;
  /** What the servers of one database work together by; null: there is one server alone. */
  readonly redisUrl: string | null;
  /** Folder of the built web app; null: none is served. */
  readonly webRoot: string | null;
  /** Address browsers use; null: this machine only. */
  readonly publicUrl: URL | null;
  readonly allowedOrigins: readonly string[];
  /** Behind one reverse proxy whose X-Forwarded-For may be believed. */
  readonly trustProxy: boolean;
  readonly logLevel: LogLevel;
  readonly ringSeconds: number;
  /** A session that is not used for this long ends, and none lives longer than the second; days. */
  readonly sessionIdleDays: number;
  readonly sessionDays: number;
  readonly callLogDays: number;
  readonly bcryptCost: number;
  /** Characters a new password needs at least. */
  readonly passwordMinLength: number;
  readonly iceServers: readonly IceServer[];
  /** What secrets in the database are sealed with; null: a key of this server's own, in its data folder. */
  readonly secretsKey: string | null;
  /** Shared with the TURN servers; null: none of them asks for credentials that expire. */
  readonly turnSecret: string | null;
  /** How long a client's TURN credentials are good for, s. */
  readonly turnSeconds: number;
  readonly mail: MailSettings;
  readonly relaxedLimits: boolean;
  /** May people without an account enter rooms? */
  readonly guests: boolean;
  /** Must a sign-up be confirmed by mail? */
  readonly confirmationRequired: boolean;
  /** May people let themselves be called by those who are no contacts of theirs? */
  readonly strangerCalls: boolean;
  /** Whom a search finds. */
  readonly directory: DirectoryRule;
  /** Who may make an account. */
  readonly signUp: SignUpRules;
}

const number = (what: string) => z.coerce.number(`must be ${what}`);
const days = number("a number of days from 0.01 to 400").min(0.01).max(400);
const flag = z.stringbool({ truthy: ["1", "true", "yes", "on"], falsy: ["0", "false", "no", "off"] });
const commaList = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);
const httpUrl = z.url({ protocol: /^https?$/, error: "must be an address like https://call.example.org" });

/** Every variable there is. Each has its row in docs/configuration.md, which a test holds against this. */
export const environment = z
  .object({
    PORT: number("a port from 0 to 65535").int().min(0).max(65_535).default(8737),
    HOST: z.string().min(1).default("127.0.0.1"),
    DATA_DIR: z.string().min(1).default("./.data"),
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/, error: "must look like postgres://user:password@host:5432/database" })
      .optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/, error: "must look like redis://host:6379" }).optional(),
    WEB_ROOT: z.string().min(1).optional(),
    PUBLIC_URL: httpUrl.optional(),
    ALLOWED_ORIGINS: commaList
      .pipe(
        z.array(
          z.string().regex(/^[a-z][a-z0-9+.-]*:\/\/[^/\s*]+$/i, "must be origins like https://call.example.org, no *"),
        ),
      )
      .default([]),
    TRUST_PROXY: flag.default(false),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
    RING_SECONDS: number("a number of seconds").min(0.1).max(600).default(45),
    SESSION_IDLE_DAYS: days.default(30),
    SESSION_DAYS: days.default(180),
    CALL_LOG_DAYS: days.default(365),
    BCRYPT_COST: number("a whole number from 4 to 16").int().min(4).max(16).default(12),
    // Below ten even random letters count as soon guessed.
    PASSWORD_MIN_LENGTH: number("a whole number from 10 to 64").int().min(10).max(64).default(PASSWORD_MIN_LENGTH),
    ICE_SERVERS: iceServerList.default([]),
    SECRETS_KEY: z
      .string()
      .min(32, "must be at least 32 characters, as `openssl rand -base64 32` prints them")
      .optional(),
    TURN_SECRET: turnSecret.optional(),
    TURN_SECONDS: turnSeconds,
    SMTP_URL: smtpUrl.optional(),
    MAIL_FROM: mailFrom.optional(),
    NODE_ENV: z.string().optional(),
    RATE_LIMITS: z.enum(["on", "relaxed"]).default("on"),
    SIGN_UP_CONFIRMATION: z.enum(["off", "required"], "must be off or required").optional(),
    SIGN_UP: z.enum(signUpPolicy.options, "must be open, invited or closed").default("open"),
    SIGN_UP_DOMAINS: commaList
      .pipe(
        z.array(
          z
            .string()
            .toLowerCase()
            .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be domains like example.org"),
        ),
      )
      .default([]),
    GUESTS: z.enum(["off", "on"], "must be off or on").default("off"),
    STRANGER_CALLS: z.enum(["off", "on"], "must be off or on").default("off"),
    DIRECTORY: z.enum(directoryRule.options, "must be exact or open").default("exact"),
  })
  .superRefine((env, context) => {
    const unfit = [...turnFaults(env.ICE_SERVERS, env.TURN_SECRET), ...mailFaults(env.SMTP_URL, env.MAIL_FROM)];
    for (const [variable, message] of unfit) {
      context.addIssue({ code: "custom", path: [variable], message });
    }
    if (env.REDIS_URL !== undefined && env.DATABASE_URL === undefined) {
      context.addIssue({
        code: "custom",
        path: ["REDIS_URL"],
        message: "needs DATABASE_URL: servers that work together have one database",
      });
    }
    if (env.NODE_ENV !== "production") return;
    for (const [variable, message] of productionFaults(env)) {
      context.addIssue({ code: "custom", path: [variable], message });
    }
  });

/** Reads the settings from the environment, the only place that does, or names every fault in one list. */
export function readConfig(variables: NodeJS.ProcessEnv): { config: Config } | { faults: readonly string[] } {
  // An empty variable means "not set", as compose files leave them.
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    return { faults: parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`) };
  }
  const env = parsed.data;
  return {
    config: {
      port: env.PORT,
      host: env.HOST,
      dataDir: resolve(env.DATA_DIR),
      databaseUrl: env.DATABASE_URL ?? null,
      redisUrl: env.REDIS_URL ?? null,
      webRoot: env.WEB_ROOT === undefined ? null : resolve(env.WEB_ROOT),
      publicUrl: env.PUBLIC_URL === undefined ? null : new URL(env.PUBLIC_URL),
      allowedOrigins: env.ALLOWED_ORIGINS,
      trustProxy: env.TRUST_PROXY,
      logLevel: env.LOG_LEVEL,
      ringSeconds: env.RING_SECONDS,
      sessionIdleDays: env.SESSION_IDLE_DAYS,
      sessionDays: env.SESSION_DAYS,
      callLogDays: env.CALL_LOG_DAYS,
      bcryptCost: env.BCRYPT_COST,
      passwordMinLength: env.PASSWORD_MIN_LENGTH,
      iceServers: env.ICE_SERVERS,
      secretsKey: env.SECRETS_KEY ?? null,
      turnSecret: env.TURN_SECRET ?? null,
      turnSeconds: env.TURN_SECONDS,
      mail: { smtp: env.SMTP_URL ?? null, from: env.MAIL_FROM ?? null },
      relaxedLimits: env.RATE_LIMITS === "relaxed",
      guests: env.GUESTS === "on",
      // R21: without a confirmation the sign-up itself must say that an address is taken.
      confirmationRequired: (env.SIGN_UP_CONFIRMATION ?? (env.SMTP_URL ? "required" : "off")) === "required",
      strangerCalls: env.STRANGER_CALLS === "on",
      directory: env.DIRECTORY,
      signUp: { policy: env.SIGN_UP, domains: env.SIGN_UP_DOMAINS },
    },
  };
}
