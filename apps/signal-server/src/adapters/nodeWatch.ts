import type { RedisClient } from "./cluster";

/** A node that gave no sign of life for this long is dead, and its devices are not connected. */
const NODE_LIFE_MS = 3_000;
const NODES = "sightline:nodes";

export const nodeKey = (node: string) => `sightline:node:${node}`;

/** Why what was told of other nodes' devices may be wrong. */
export interface Doubt {
  /** A node is gone, and can tell nobody that its people are. */
  readonly nodeGone: boolean;
}

interface Beat {
  /** Does Redis still know what this node has said before? */
  readonly known: boolean;
  /** Null: nothing has happened since the last beat. */
  readonly doubt: Doubt | null;
}

/** Gives this node's signs of life, and looks after those of the others. */
export function createNodeWatch(redis: RedisClient, node: string) {
  let others: ReadonlySet<string> | null = null;
  /** Were thought dead: what was told of their people meanwhile is wrong when they are back. */
  const lost = new Set<string>();
  let missed = false;

  const aliveOthers = async () => {
    const listed = (await redis.sMembers(NODES)).filter((each) => each !== node);
    const signs = listed.length > 0 ? await redis.mGet(listed.map(nodeKey)) : [];
    const dead = listed.filter((_, index) => signs[index] == null);
    if (dead.length > 0) await redis.sRem(NODES, dead);
    return new Set(listed.filter((each) => !dead.includes(each)));
  };
  const compare = (alive: ReadonlySet<string>): Doubt | null => {
    const gone = [...(others ?? [])].filter((each) => !alive.has(each));
    const back = [...alive].filter((each) => lost.delete(each));
    for (const each of gone) lost.add(each);
    others = alive;
    return gone.length > 0 || back.length > 0 ? { nodeGone: gone.length > 0 } : null;
  };
  const look = async (): Promise<Beat> => {
    const before = await redis.set(nodeKey(node), "1", { expiration: { type: "PX", value: NODE_LIFE_MS }, GET: true });
    await redis.sAdd(NODES, node);
    const first = others === null;
    const doubt = compare(await aliveOthers());
    // Redis was away or has begun anew, or the others took this node for dead: messages were lost either way.
    const known = before !== null && !missed;
    missed = false;
    return { known, doubt: doubt ?? (known || first ? null : { nodeGone: false }) };
  };

  return {
    /** Rejects while Redis is away. */
    async beat(): Promise<Beat> {
      try {
        return await look();
      } catch (error) {
        missed = true;
        throw error;
      }
    },
  };
}
