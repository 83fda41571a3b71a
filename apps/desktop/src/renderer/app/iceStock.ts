import type { IceGrant, IceServer } from "@sightline/protocol";

/** Credentials are renewed when this part of their time is over: what is left is for a slow or broken line. */
const RENEW_AT = 0.75;
/** Wait before asking again when the server did not answer, ms. */
const RETRY_MS = 5_000;

interface Options {
  /** Asks the server; null when it did not answer. */
  readonly ask: () => Promise<IceGrant | null>;
  /** Ms since any fixed point. */
  readonly now: () => number;
}

/** What a call may use while it runs. */
export interface IceLoan {
  readonly servers: readonly IceServer[];
  /** The call is over. */
  end(): void;
}

export interface IceStock {
  /** A connection to the server stands: what is there may be old, or have been missed. */
  refill(): void;
  /**
   * Servers for a call, at once: they were fetched ahead, so that no call waits for them, and the next ones are fetched
   * then. `onRenewed` gets new ones in time before the call's own expire, as often as it takes.
   */
  lend(onRenewed: (servers: readonly IceServer[]) => void): IceLoan;
  /** Logged out: the credentials belong to somebody else. */
  clear(): void;
}

interface Grant {
  readonly servers: readonly IceServer[];
  /** Null: never. */
  readonly renewAt: number | null;
}

const nothing: Grant = { servers: [], renewAt: 0 };

/** Keeps STUN and TURN servers with valid credentials at hand. */
export function createIceStock({ ask, now }: Options): IceStock {
  let stock = nothing;
  let owner = {};
  const ownTimer = createTimer(now);

  async function fetchGrant(): Promise<Grant | null> {
    const asker = owner;
    const answer = await ask();
    if (!answer || asker !== owner) return null;
    const life = answer.secondsLeft === null ? null : answer.secondsLeft * 1000 * RENEW_AT;
    stock = { servers: answer.servers, renewAt: life === null ? null : now() + life };
    return stock;
  }

  async function renewStock(): Promise<void> {
    const asker = owner;
    const grant = await fetchGrant();
    if (asker === owner) ownTimer.set(grant ? grant.renewAt : now() + RETRY_MS, () => void renewStock());
  }

  return {
    refill: () => void renewStock(),
    lend(onRenewed) {
      const lent = stock;
      const timer = createTimer(now);
      let ended = false;
      const renew = async () => {
        const grant = await fetchGrant();
        if (ended) return;
        if (grant) onRenewed(grant.servers);
        timer.set(grant ? grant.renewAt : now() + RETRY_MS, () => void renew());
      };
      timer.set(lent.renewAt, () => void renew());
      // So that the next call has credentials of its own.
      if (lent !== nothing) void renewStock();
      return {
        servers: lent.servers,
        end() {
          ended = true;
          timer.set(null, () => {});
        },
      };
    },
    clear() {
      owner = {};
      stock = nothing;
      ownTimer.set(null, () => {});
    },
  };
}

/** One timer by the clock; setting it again moves it, `null` stops it. */
function createTimer(now: () => number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    set(at: number | null, fire: () => void) {
      clearTimeout(timer);
      if (at !== null) timer = setTimeout(fire, Math.max(0, at - now()));
    },
  };
}
