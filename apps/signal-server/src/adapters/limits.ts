import type { Refusal } from "@sightline/protocol";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Clock, LimitRule, Limits } from "../domain/ports";
import { createLogInPauses } from "./logInPauses";

export interface Budget {
  readonly points: number;
  /** Seconds until the points are back. */
  readonly duration: number;
}

export type Budgets = Readonly<Record<LimitRule, Budget>>;

export const standardBudgets: Budgets = {
  request: { points: 600, duration: 60 },
  connect: { points: 120, duration: 60 },
  connectUser: { points: 60, duration: 60 },
  signUp: { points: 20, duration: 3600 },
  logIn: { points: 60, duration: 60 },
  contactRequest: { points: 30, duration: 60 },
  socketEvent: { points: 50, duration: 1 },
  invite: { points: 10, duration: 60 },
  candidates: { points: 200, duration: 3600 },
  roomMake: { points: 30, duration: 3600 },
  roomLook: { points: 60, duration: 60 },
  roomEnter: { points: 20, duration: 60 },
  guest: { points: 20, duration: 600 },
  // One for each call and one for each connection to the server; a bad line connects again and again.
  iceServers: { points: 60, duration: 600 },
};

/** Test rigs put many people behind one address; their budgets are larger but never off. */
export const RELAXED_FACTOR = 100;

export function createLimits(clock: Clock, factor = 1, budgets: Budgets = standardBudgets): Limits {
  const limiterOf = ({ points, duration }: Budget) => new RateLimiterMemory({ points: points * factor, duration });
  const limiters = new Map<LimitRule, RateLimiterMemory>();
  for (const [rule, budget] of Object.entries(budgets)) limiters.set(rule as LimitRule, limiterOf(budget));
  return {
    async block(rule, key, seconds) {
      await limiters.get(rule)?.block(key, seconds);
    },
    ...createLogInPauses(clock, factor),
    async take(rule, key, points = 1): Promise<Refusal | null> {
      try {
        await limiters.get(rule)?.consume(key, points);
        return null;
      } catch (spent) {
        if (!(spent instanceof RateLimiterRes)) throw spent;
        const retryAfterSeconds = Math.max(1, Math.ceil(spent.msBeforeNext / 1000));
        return { code: "rate.limited", retryAfterSeconds };
      }
    },
  };
}
