import { createClient } from "redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasRedis, startTestRedis, type TestRedis } from "../testing/testRedis";
import { createDeviceRegistry, type DeviceRegistry } from "./deviceRegistry";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const party = { userId: "ann", deviceId: "laptop" };

describe.skipIf(!hasRedis)("the servers that work together (needs redis-server)", () => {
  let redis: TestRedis;
  const clients: { destroy(): void }[] = [];
  const join = async (): Promise<DeviceRegistry> => {
    const client = createClient({ url: redis.url });
    clients.push(client);
    return createDeviceRegistry(await client.connect(), log);
  };
  beforeAll(async () => {
    redis = await startTestRedis();
  });
  afterAll(async () => {
    for (const client of clients) client.destroy();
    await redis.stop();
  });

  it("F20 one that comes and goes between two looks of another is missed by it all the same, and leaves no device", async () => {
    const stays = await join();
    let gone = false;
    stays.onDoubt(({ nodeGone }) => {
      gone ||= nodeGone;
    });
    const brief = await join();
    brief.arrived(party, false);
    await expect.poll(async () => (await stays.devicesOf(["ann"])).get("ann")?.size).toBe(1);
    await brief.close();
    expect((await stays.devicesOf(["ann"])).get("ann")?.size).toBe(0);
    await expect.poll(() => gone, { timeout: 10_000 }).toBe(true);
    await stays.close();
  });
});
