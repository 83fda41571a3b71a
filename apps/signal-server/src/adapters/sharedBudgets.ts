import { type RateLimiterMemory, RateLimiterRedis, RateLimiterRes, RLWrapperTimeouts } from "rate-limiter-flexible";
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
    async tryLogIn(login) {
      const key = hideKey(login);
      const left = (await pauses.get(key))?.msBeforeNext ?? 0;
      if (left > 0) return pauseRefusal(left);
      const { consumedPoints } = await failures.penalty(key);
      const pause = pauseAfter(consumedPoints, factor);
      if (pause === 0) return null;
      try {
        // Of many at once, also at other servers, one begins the pause, and is let through.
        await pauses.consume(key, 1, { customDuration: pause / 1000 });
        return null;
      } catch (paused) {
        if (!(paused instanceof RateLimiterRes)) throw paused;
        await failures.reward(key);
        return pauseRefusal(paused.msBeforeNext);
      }
    },
    async logInUnjudged(login) {
      await Promise.all([failures.reward(hideKey(login)), pauses.delete(hideKey(login))]);
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
    tryLogIn: (login) => orElse(shared.tryLogIn(login), () => own.tryLogIn(login)),
    logInUnjudged: (login) => orElse(shared.logInUnjudged(login), () => own.logInUnjudged(login)),
    logInSucceeded: (login) => orElse(shared.logInSucceeded(login), () => own.logInSucceeded(login)),
  };
}
