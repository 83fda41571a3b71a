import { resolve } from "node:path";
import type { IceServer } from "@sightline/protocol";
import { z } from "zod";
import type { LogLevel } from "./adapters/log";
import { iceServerList, turnFaults, turnSecret, turnSeconds } from "./iceSettings";

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Null: the embedded database in the data folder. */
  readonly databaseUrl: string | null;
  /** Folder of the built web app; null: none is served. */
  readonly webRoot: string | null;
  /** Address browsers use; null: this machine only. */
  readonly publicUrl: URL | null;
  readonly allowedOrigins: readonly string[];
  /** Behind one reverse proxy whose X-Forwarded-For may be believed. */
  readonly trustProxy: boolean;
  readonly logLevel: LogLevel;
  readonly ringSeconds: number;
  readonly bcryptCost: number;
  readonly iceServers: readonly IceServer[];
  /** Shared with the TURN servers; null: none of them asks for credentials that expire. */
  readonly turnSecret: string | null;
  /** How long a client's TURN credentials are good for, s. */
  readonly turnSeconds: number;
  readonly relaxedLimits: boolean;
  /** May people without an account enter rooms? */
  readonly guests: boolean;
}

const number = (what: string) => z.coerce.number(`must be ${what}`);
const flag = z.stringbool({ truthy: ["1", "true", "yes", "on"], falsy: ["0", "false", "no", "off"] });
const httpUrl = z.url({ protocol: /^https?$/, error: "must be an address like https://call.example.org" });

const environment = z
  .object({
    PORT: number("a port from 0 to 65535").int().min(0).max(65_535).default(8737),
    HOST: z.string().min(1).default("127.0.0.1"),
    DATA_DIR: z.string().min(1).default("./.data"),
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/, error: "must look like postgres://user:password@host:5432/database" })
      .optional(),
    WEB_ROOT: z.string().min(1).optional(),
    PUBLIC_URL: httpUrl.optional(),
    ALLOWED_ORIGINS: z
      .string()
      .transform((text) =>
        text
          .split(",")
          .map((part) => part.trim())
          .filter(Boolean),
      )
      .pipe(
        z.array(
          z.string().regex(/^[a-z][a-z0-9+.-]*:\/\/[^/\s*]+$/i, "must be origins like https://call.example.org, no *"),
        ),
      )
      .default([]),
    TRUST_PROXY: flag.default(false),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
    RING_SECONDS: number("a number of seconds").min(0.1).max(600).default(45),
    BCRYPT_COST: number("a whole number from 4 to 16").int().min(4).max(16).default(12),
    ICE_SERVERS: iceServerList.default([]),
    TURN_SECRET: turnSecret.optional(),
    TURN_SECONDS: turnSeconds,
    NODE_ENV: z.string().optional(),
    RATE_LIMITS: z.enum(["on", "relaxed"]).default("on"),
    GUESTS: z.enum(["off", "on"], "must be off or on").default("off"),
  })
  .superRefine((env, context) => {
    for (const [variable, message] of turnFaults(env.ICE_SERVERS, env.TURN_SECRET)) {
      context.addIssue({ code: "custom", path: [variable], message });
    }
    if (env.NODE_ENV !== "production") return;
    if (env.RATE_LIMITS === "relaxed") {
      context.addIssue({
        code: "custom",
        path: ["RATE_LIMITS"],
        message: "relaxed is for test rigs, not for production",
      });
    }
    if (env.BCRYPT_COST < 12) {
      context.addIssue({ code: "custom", path: ["BCRYPT_COST"], message: "must be at least 12 in production" });
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
      webRoot: env.WEB_ROOT === undefined ? null : resolve(env.WEB_ROOT),
      publicUrl: env.PUBLIC_URL === undefined ? null : new URL(env.PUBLIC_URL),
      allowedOrigins: env.ALLOWED_ORIGINS,
      trustProxy: env.TRUST_PROXY,
      logLevel: env.LOG_LEVEL,
      ringSeconds: env.RING_SECONDS,
      bcryptCost: env.BCRYPT_COST,
      iceServers: env.ICE_SERVERS,
      turnSecret: env.TURN_SECRET ?? null,
      turnSeconds: env.TURN_SECONDS,
      relaxedLimits: env.RATE_LIMITS === "relaxed",
      guests: env.GUESTS === "on",
    },
  };
}
