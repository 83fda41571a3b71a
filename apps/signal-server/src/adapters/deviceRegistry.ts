import { randomUUID } from "node:crypto";
import type { ConnectedDevices, Log, Party } from "../domain/ports";
import type { RedisClient } from "./cluster";
import { createNodeWatch, type Doubt, nodeKey } from "./nodeWatch";

/** Between two signs of life of a node. */
const BEAT_MS = 1_000;

/** Follows the node in the entry of a device that nobody is at. */
const IDLE = " idle";

/** Deletes a device's entry, unless another node has it by now. */
const LEAVE = `
  local entry = redis.call("HGET", KEYS[1], ARGV[1])
  if entry == ARGV[2] or entry == ARGV[2] .. "${IDLE}" then redis.call("HDEL", KEYS[1], ARGV[1]) end`;

/** Which devices are connected to any node. All of it is gone with Redis, and comes back with the nodes' next sign of life. */
export interface DeviceRegistry {
  /** Also when somebody comes to the device or leaves it. */
  arrived(party: Party, idle: boolean): void;
  left(party: Party): void;
  /** The connected devices of each of these people. */
  devicesOf(userIds: readonly string[]): Promise<ReadonlyMap<string, ConnectedDevices>>;
  /** What was told of the devices of other nodes may be wrong by now. One listener at most. */
  onDoubt(listener: (doubt: Doubt) => void): void;
  close(): Promise<void>;
}

const devicesKey = (userId: string) => `sightline:devices:${userId}`;

/**
 * A hash per person in Redis, from device to node. Nodes give signs of life, so that a node that dies takes its devices
 * with it.
 */
export async function createDeviceRegistry(redis: RedisClient, log: Log): Promise<DeviceRegistry> {
  const node = randomUUID();
  /** What this node has, to say it again to a Redis that has forgotten it. */
  const mine = new Map<string, Entry>();
  /** What it has no more, until Redis knows: an entry that stayed would be there for as long as this node is. */
  const gone = new Map<string, Party>();
  const watch = createNodeWatch(redis, node);
  let doubted: (doubt: Doubt) => void = () => undefined;
  const failed = (fault: unknown) => log.error("device not registered", { fault });
  const enter = ({ party: { userId, deviceId }, idle }: Entry) =>
    redis.hSet(devicesKey(userId), deviceId, idle ? node + IDLE : node);
  const leave = async (party: Party) => {
    await redis.eval(LEAVE, { keys: [devicesKey(party.userId)], arguments: [party.deviceId, node] });
    if (gone.get(keyOf(party)) === party) gone.delete(keyOf(party));
  };

  const beat = async () => {
    const { known, doubt } = await watch.beat();
    if (!known) await Promise.all([...mine.values()].map(enter));
    await Promise.all([...gone.values()].map(leave));
    if (doubt) doubted(doubt);
  };
  const timer = setInterval(() => void beat().catch(failed), BEAT_MS);
  await beat();

  return {
    arrived(party, idle) {
      mine.set(keyOf(party), { party, idle });
      gone.delete(keyOf(party));
      enter({ party, idle }).catch(failed);
    },
    left(party) {
      mine.delete(keyOf(party));
      gone.set(keyOf(party), party);
      leave(party).catch(failed);
    },
    async devicesOf(userIds) {
      const rows = await Promise.all(userIds.map((userId) => redis.hGetAll(devicesKey(userId))));
      const nodes = [...new Set(rows.flatMap((row) => Object.values(row).map(nodeOf)))];
      const signs = nodes.length > 0 ? await redis.mGet(nodes.map(nodeKey)) : [];
      const alive = new Set(nodes.filter((_, index) => signs[index] != null));
      return new Map(userIds.map((userId, index) => [userId, connectedOf(rows[index] ?? {}, alive)]));
    },
    onDoubt(listener) {
      doubted = listener;
    },
    async close() {
      clearInterval(timer);
      // The last sign of life runs out by itself: to a node that has not looked meanwhile, one that took it back would never
      // have been there, and nobody would tell of those who went with it.
      const left = [...[...mine.values()].map(({ party }) => party), ...gone.values()];
      await Promise.allSettled(left.map(leave));
    },
  };
}

interface Entry {
  readonly party: Party;
  readonly idle: boolean;
}

const nodeOf = (entry: string) => entry.replace(IDLE, "");

function connectedOf(row: Record<string, string>, alive: ReadonlySet<string>): ConnectedDevices {
  const entries = Object.entries(row).filter(([, entry]) => alive.has(nodeOf(entry)));
  return new Map(entries.map(([device, entry]) => [device, { idle: entry.endsWith(IDLE) }]));
}

function keyOf({ userId, deviceId }: Party): string {
  return `${userId}:${deviceId}`;
}
