import { createClient } from "redis";
import type { Log } from "../domain/ports";
import { createDeviceRegistry } from "./deviceRegistry";

export type RedisClient = ReturnType<typeof clientOf>;

/** Wait before connecting again, ms. */
const RETRY_MS = 500;

function clientOf(url: string, log: Log, whileAway: "wait" | "fail") {
  let joined = false;
  const client = createClient({
    url,
    disableOfflineQueue: whileAway === "fail",
    // At the start a wrong address is a fault to be told; later it is an absence to be waited for.
    socket: { reconnectStrategy: () => joined && RETRY_MS, connectTimeout: 2_000 },
  });
  client.once("ready", () => {
    joined = true;
  });
  // Without a listener the first error would end the process.
  client.on("error", (fault: unknown) => log.error("redis is away", { fault }));
  return client;
}

/**
 * What is said while Redis is away reaches the own devices at once and the others not at all: a message that waited would
 * hold up both. The reader of the adapter, though, must wait: it asks again and again, and a refusal would leave it no pause.
 */
function messageClient(url: string, log: Log): RedisClient {
  const client = clientOf(url, log, "fail");
  const publish = client.publish.bind(client);
  return Object.assign(client, {
    duplicate: () => clientOf(url, log, "wait"),
    // The adapter waits for no answer, and would leave a refusal to nobody.
    publish: (...message: Parameters<typeof publish>) =>
      publish(...message).catch((fault: unknown) => {
        log.error("other servers not told", { fault });
        return 0;
      }),
  });
}

/** Joins the servers that work together by one Redis. Rejects when it cannot be reached. */
export async function joinCluster(url: string, log: Log) {
  const redis = messageClient(url, log);
  try {
    await redis.connect();
    const registry = await createDeviceRegistry(redis, log);
    return {
      redis,
      registry,
      /** After Socket.IO is closed. */
      async leave() {
        await registry.close();
        redis.destroy();
      },
    };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    throw new Error(`Redis at REDIS_URL cannot be reached${code}.`, { cause: error });
  }
}
