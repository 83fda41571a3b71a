import { type RateLimiterMemory, RateLimiterRedis, RLWrapperTimeouts } from "rate-limiter-flexible";
import type { LimitRule, Log } from "../domain/ports";
import type { RedisClient } from "./cluster";
import type { Limiter } from "./limits";
import { type LogInPauses, pauseAfter, pauseRefusal } from "./logInPauses";

/** What servers that work together count as one, in Redis. */
export interface SharedBudgets {
  /** As large as `own`, which stands in while Redis is away. */
  budget(rule: LimitRule, own: RateLimiterMemory): Limiter;
  /** `own` stands in while Redis is away. */
  pauses(own: LogInPauses, factor: number): LogInPauses;
}

interface SharedBudgetPorts {
  readonly redis: RedisClient;
  /** Stands for a key, which may be an e-mail address: Redis holds none. */
  readonly hideKey: (key: string) => string;
  readonly log: Log;
}

/** A Redis that does not answer must not keep people waiting, ms. */
const PATIENCE_MS = 500;
/** How long failed log-ins in a row are remembered, s. */
const REMEMBERED = 86_400;

interface Size {
  readonly points: number;
  readonly duration: number;
}

export function createSharedBudgets({ redis, hideKey, log }: SharedBudgetPorts): SharedBudgets {
  const limiterOf = (name: string, { points, duration }: Size) => {
    const settings = { storeClient: redis, useRedisPackage: true, rejectIfRedisNotReady: true };
    return new RateLimiterRedis({ ...settings, keyPrefix: `sightline:${name}`, points, duration });
  };
  return {
    budget(rule, own) {
      const limiter = limiterOf(`budget:${rule}`, own);
      const patient = new RLWrapperTimeouts({ limiter, timeoutMs: PATIENCE_MS, insuranceLimiter: own });
      return {
        consume: (key, points) => patient.consume(hideKey(key), points),
        block: (key, seconds) => patient.block(hideKey(key), seconds),
      };
    },
    pauses(own, factor) {
      const [failures, pauses] = ["failures", "pause"].map((name) => {
        const limiter = limiterOf(name, { points: 1, duration: REMEMBERED });
        return new RLWrapperTimeouts({ limiter, timeoutMs: PATIENCE_MS });
      }) as [RLWrapperTimeouts, RLWrapperTimeouts];
      return withStandIn(sharedPauses(failures, pauses, hideKey, factor), own, log);
    },
  };
}

function sharedPauses(
  failures: RLWrapperTimeouts,
  pauses: RLWrapperTimeouts,
  hideKey: (key: string) => string,
  factor: number,
): LogInPauses {
  return {
    logInPause: async (login) => pauseRefusal((await pauses.get(hideKey(login)))?.msBeforeNext ?? 0),
    async logInFailed(login) {
      const { consumedPoints } = await failures.penalty(hideKey(login));
      const pause = pauseAfter(consumedPoints, factor);
      if (pause > 0) await pauses.block(hideKey(login), pause / 1000);
    },
    async logInSucceeded(login) {
      await Promise.all([failures.delete(hideKey(login)), pauses.delete(hideKey(login))]);
    },
  };
}

function withStandIn(shared: LogInPauses, own: LogInPauses, log: Log): LogInPauses {
  const orElse = <T>(asked: Promise<T>, instead: () => Promise<T>): Promise<T> =>
    asked.catch((fault: unknown) => {
      log.error("pauses of this server alone", { fault });
      return instead();
    });
  return {
    logInPause: (login) => orElse(shared.logInPause(login), () => own.logInPause(login)),
    logInFailed: (login) => orElse(shared.logInFailed(login), () => own.logInFailed(login)),
    logInSucceeded: (login) => orElse(shared.logInSucceeded(login), () => own.logInSucceeded(login)),
  };
}
