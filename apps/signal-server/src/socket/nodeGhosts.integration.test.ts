import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lineTo } from "../testing/cuttableLine";
import { codeOf, valueOf } from "../testing/httpClient";
import { presenceAt } from "../testing/presenceAt";
import { inviteTo } from "../testing/samples";
import { startServerProcess } from "../testing/serverProcess";
import { hasRedis, type TestRedis } from "../testing/testRedis";
import { createTestServer, type Person, type TestServer } from "../testing/testServer";
import { connectSocket, type TestSocket } from "../testing/testSocket";
import { startTwoServers, type TwoServers } from "../testing/twoServers";

const timing = { lostWhileRinging: 300, lostWhileActive: 600, lostBesidePeer: 1_200 };
const NO_GHOST_MS = 30_000;

let servers: TwoServers;
let redis: TestRedis;
let one: TestServer;
let other: TestServer;

/** The last thing this device was told of a person. */
const lastTold = (socket: TestSocket, { id }: Person) =>
  socket.received
    .filter(({ event }) => event === "presence:changed")
    .map(({ payload }) => payload as { userId: string; presence: string })
    .findLast(({ userId }) => userId === id)?.presence;

describe.skipIf(!hasRedis)("no ghosts of another server (needs redis-server)", () => {
  beforeAll(async () => {
    servers = await startTwoServers({ timing });
    ({ redis, one, other } = servers);
  });
  afterAll(() => servers.close());

  it.each(["SIGKILL", "SIGTERM"] as const)(
    "F20 a server that ends by %s takes its people with it; their call ends, and who comes to another server is there",
    async (signal) => {
      const [ann, ben] = await one.contacts();
      const cat = await one.person();
      await one.befriend(cat, ann);
      await one.befriend(cat, ben);
      const third = await startServerProcess(one.databaseUrl, redis.url);
      const [anns, bens] = [await connectSocket(third.url, ann), await connectSocket(third.url, ben)];
      const callId = randomUUID();
      valueOf(await anns.request("call:invite", inviteTo(ben.id, callId)));
      await bens.next("call:incoming");
      valueOf(await bens.request("call:accept", { callId }));
      const watcher = await cat.connect();
      await expect.poll(() => presenceAt(cat, ben)).toBe("inCall");
      const since = Date.now();
      await third.end(signal);
      await ben.connect();
      await expect.poll(() => lastTold(watcher, ann), { timeout: NO_GHOST_MS }).toBe("offline");
      await expect.poll(() => lastTold(watcher, ben), { timeout: NO_GHOST_MS }).toBe("online");
      expect(Date.now() - since).toBeLessThan(NO_GHOST_MS);
      expect([await presenceAt(cat, ann), await presenceAt(cat, ben)]).toEqual(["offline", "online"]);
      const reason = async () => valueOf((await ben.call("listCalls", {})).result)[0]?.reason;
      await expect.poll(reason, { timeout: NO_GHOST_MS }).toBe("lost");
      expect(codeOf(await watcher.request("call:invite", inviteTo(ben.id)))).toBe("ok");
    },
    90_000,
  );

  it("F19 who comes and goes while Redis is away is told when it is back, to those at the other server, too", async () => {
    const [ann, ben] = await one.contacts();
    const cat = await one.person();
    await one.befriend(ann, cat);
    const watcher = await one.connect({ token: ann.token });
    const bens = await other.connect({ token: ben.token });
    await expect.poll(() => lastTold(watcher, ben)).toBe("online");
    await redis.stop();
    try {
      bens.close();
      await other.connect({ token: cat.token });
    } finally {
      await redis.start();
    }
    const since = Date.now();
    await expect.poll(() => lastTold(watcher, ben), { timeout: NO_GHOST_MS }).toBe("offline");
    await expect.poll(() => lastTold(watcher, cat), { timeout: NO_GHOST_MS }).toBe("online");
    // A word that waited for Redis may come before the list is whole again.
    const listed = async () => [await presenceAt(ann, ben), await presenceAt(ann, cat)];
    await expect.poll(listed, { timeout: NO_GHOST_MS }).toEqual(["offline", "online"]);
    expect(Date.now() - since).toBeLessThan(NO_GHOST_MS);
  }, 60_000);

  it("F19 a server cut off from a Redis that forgets nothing keeps no ghost there, and is seen again with its people", async () => {
    const redisPort = Number(new URL(redis.url).port);
    const line = await lineTo(redisPort);
    const cutOff = await createTestServer({
      config: { redisUrl: `redis://127.0.0.1:${line.port}` },
      timing,
      beside: one,
    });
    let again = line;
    try {
      const [ann, ben] = await one.contacts();
      const cat = await one.person();
      await one.befriend(ann, cat);
      const watcher = await one.connect({ token: ann.token });
      const bens = await cutOff.connect({ token: ben.token });
      await cutOff.connect({ token: cat.token });
      await expect.poll(() => [lastTold(watcher, ben), lastTold(watcher, cat)]).toEqual(["online", "online"]);
      await line.close();
      bens.close();
      // To the others this server is dead by now, and all that were there are gone.
      await expect.poll(() => lastTold(watcher, cat), { timeout: NO_GHOST_MS }).toBe("offline");
      again = await lineTo(redisPort, line.port);
      await expect.poll(() => lastTold(watcher, cat), { timeout: NO_GHOST_MS }).toBe("online");
      const listed = async () => [await presenceAt(ann, ben), await presenceAt(ann, cat)];
      await expect.poll(listed, { timeout: NO_GHOST_MS }).toEqual(["offline", "online"]);
      expect(lastTold(watcher, ben)).toBe("offline");
    } finally {
      await cutOff.close();
      await again.close();
    }
  }, 90_000);
});
