import { startTestRedis, type TestRedis } from "./testRedis";
import { createTestServer, type TestServer, type TestServerOptions } from "./testServer";

/** Two servers that work as one, on one database and one Redis. */
export interface TwoServers {
  readonly redis: TestRedis;
  readonly one: TestServer;
  readonly other: TestServer;
  close(): Promise<void>;
}

/** @param options of both; the Redis is added */
export async function startTwoServers(options: TestServerOptions = {}): Promise<TwoServers> {
  const redis = await startTestRedis();
  const both = { ...options, config: { ...options.config, redisUrl: redis.url } };
  const one = await createTestServer(both);
  const other = await createTestServer({ ...both, beside: one });
  return {
    redis,
    one,
    other,
    async close() {
      await other.close();
      await one.close();
      await redis.stop();
    },
  };
}
