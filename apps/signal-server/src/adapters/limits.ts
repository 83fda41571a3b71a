import type { Refusal } from "@sightline/protocol";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Clock, LimitRule, Limits } from "../domain/ports";
import { createLogInPauses } from "./logInPauses";
import type { SharedBudgets } from "./sharedBudgets";

export interface Budget {
  readonly points: number;
  /** Seconds until the points are back. */
  readonly duration: number;
}

/** One budget, of many keys. `consume` rejects with a `RateLimiterRes` when it is used up. */
export interface Limiter {
  consume(key: string, points: number): Promise<unknown>;
  block(key: string, seconds: number): Promise<unknown>;
}

export type Budgets = Readonly<Record<LimitRule, Budget>>;

export const standardBudgets: Budgets = {
  request: { points: 600, duration: 60 },
  connect: { points: 120, duration: 60 },
  connectUser: { points: 60, duration: 60 },
  signUp: { points: 20, duration: 3600 },
  invitation: { points: 30, duration: 86_400 },
  logIn: { points: 60, duration: 60 },
  proofAsk: { points: 20, duration: 3600 },
  // With five tries for each code, at most 25 guesses at 30 bits an hour.
  proofAskFor: { points: 5, duration: 3600 },
  proofUse: { points: 30, duration: 600 },
  proofUseFor: { points: 30, duration: 3600 },
  profile: { points: 10, duration: 3600 },
  upload: { points: 20, duration: 3600 },
  // Many people may share an address, and each asks once for each contact.
  picture: { points: 3000, duration: 60 },
  search: { points: 30, duration: 60 },
  searchDay: { points: 500, duration: 86_400 },
  // An office has one address, too.
  searchFrom: { points: 120, duration: 60 },
  contactRequest: { points: 30, duration: 60 },
  contactDay: { points: 100, duration: 86_400 },
  contactPair: { points: 3, duration: 86_400 },
  strangerCall: { points: 3, duration: 3600 },
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

/** Each server counts these by itself: a flood must be stopped at once and at no cost, also while Redis is away. */
const perServer: ReadonlySet<LimitRule> = new Set<LimitRule>([
  "request",
  "picture",
  "connect",
  "socketEvent",
  "candidates",
]);

interface LimitSettings {
  readonly clock: Clock;
  readonly factor?: number;
  readonly budgets?: Budgets;
  /** Where servers that work together count as one; null: there is one alone. */
  readonly shared?: SharedBudgets | null;
}

export function createLimits(settings: LimitSettings): Limits {
  const { clock, factor = 1, budgets = standardBudgets, shared = null } = settings;
  const limiterOf = (rule: LimitRule, { points, duration }: Budget): Limiter => {
    const own = new RateLimiterMemory({ points: points * factor, duration });
    return shared === null || perServer.has(rule) ? own : shared.budget(rule, own);
  };
  const limiters = new Map<LimitRule, Limiter>();
  for (const [rule, budget] of Object.entries(budgets) as [LimitRule, Budget][]) {
    limiters.set(rule, limiterOf(rule, budget));
  }
  const pauses = createLogInPauses(clock, factor);
  return {
    async block(rule, key, seconds) {
      await limiters.get(rule)?.block(key, seconds);
    },
    ...(shared?.pauses(pauses, factor) ?? pauses),
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
