import { type IceGrant, type IceServer, ok, type Result } from "@sightline/protocol";
import type { Clock, Limits, TurnSigner } from "../ports";

interface Options {
  /** As configured; TURN servers without a credential get one of the user's own. */
  readonly servers: readonly IceServer[];
  /** How long credentials are good for, s. */
  readonly seconds: number;
  /** Null where no server needs credentials that expire. */
  readonly signer: TurnSigner | null;
  readonly clock: Clock;
  readonly limits: Pick<Limits, "take">;
}

export interface IceIssuer {
  /** Fresh credentials for a user, or `rate.limited`. */
  issue(userId: string): Promise<Result<IceGrant>>;
}

/**
 * Credentials that TURN servers check by themselves (draft-uberti-behave-turn-rest-00): the user name is
 * `<expiry>:<pseudonym>`, the password its HMAC-SHA1. The pseudonym is the same for all calls of a person, so that a TURN
 * server's quota counts them together; the expiry makes each call's credentials its own.
 */
export function createIceIssuer({ servers, seconds, signer, clock, limits }: Options): IceIssuer {
  return {
    async issue(userId) {
      const refusal = await limits.take("iceServers", userId);
      if (refusal) return { ok: false, error: refusal };
      if (!signer) return ok({ servers: [...servers], secondsLeft: null });
      const expiry = Math.floor(clock.now().getTime() / 1000) + seconds;
      const username = `${expiry}:${signer.pseudonym(userId)}`;
      const credential = signer.sign(username);
      const granted = servers.map((server) => (wantsOurs(server) ? { ...server, username, credential } : server));
      return ok({ servers: granted, secondsLeft: seconds });
    },
  };
}

/** Does this server want a credential that the shared secret makes: TURN without a password of its own? */
export function wantsOurs(server: IceServer): boolean {
  return server.credential === undefined && server.urls.some((url) => /^turns?:/.test(url));
}
