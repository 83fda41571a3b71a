import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { valueOf } from "../testing/httpClient";
import { presenceAt } from "../testing/presenceAt";
import { inviteTo } from "../testing/samples";
import { hasRedis } from "../testing/testRedis";
import { createTestServer, type TestServer } from "../testing/testServer";
import { startTwoServers } from "../testing/twoServers";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ timing: { presenceGrace: 200 } });
});
afterAll(() => server.close());

describe("away", () => {
  it("is who is at none of their devices, and not who is at one of them", async () => {
    const [ann, ben] = await server.contacts();
    const watcher = await ann.connect();
    const [laptop, phone] = [await ben.connect(), await ben.connect()];
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "online" });
    valueOf(await laptop.request("presence:idle", { idle: true }));
    expect(await presenceAt(ann, ben)).toBe("online");
    valueOf(await phone.request("presence:idle", { idle: true }));
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "away" });
    expect(await presenceAt(ann, ben)).toBe("away");
    valueOf(await laptop.request("presence:idle", { idle: false }));
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "online" });
    // The one somebody was at goes: nobody is at what is left.
    laptop.close();
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "away" });
  });

  it("comes with the connection, so that an app that comes back in the night is not online in between", async () => {
    const [ann, ben] = await server.contacts();
    const watcher = await ann.connect();
    await ben.connect({ idle: true });
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "away" });
  });

  it("can be called, and is in a call then, however long nothing is touched", async () => {
    const [ann, ben] = await server.contacts();
    const [watcher, bens] = [await ann.connect(), await ben.connect({ idle: true })];
    const callId = randomUUID();
    valueOf(await watcher.request("call:invite", inviteTo(ben.id, callId)));
    await bens.next("call:incoming");
    valueOf(await bens.request("call:accept", { callId }));
    expect(await presenceAt(ann, ben)).toBe("inCall");
    valueOf(await bens.request("call:hangUp", { callId }));
    await expect.poll(() => presenceAt(ann, ben)).toBe("away");
  });

  it("is told to nobody but contacts: not to strangers, those who were declined or removed, nor past a block (R12)", async () => {
    const [ann, ben] = await server.contacts();
    const [removed, blocked, blocker, stranger, declined] = [
      await server.person(),
      await server.person(),
      await server.person(),
      await server.person(),
      await server.person(),
    ];
    for (const other of [removed, blocked, blocker]) await server.befriend(other, ben);
    valueOf((await removed.call("removeContact", { userId: ben.id })).result);
    valueOf((await ben.call("blockPerson", { userId: blocked.id })).result);
    valueOf((await blocker.call("blockPerson", { userId: ben.id })).result);
    valueOf((await declined.call("requestContact", { username: ben.me.username })).result);
    valueOf((await ben.call("removeContact", { userId: declined.id })).result);
    const others = [removed, blocked, blocker, stranger, declined];
    const watchers = await Promise.all(others.map((other) => other.connect()));
    const friend = await ann.connect();
    const bens = await ben.connect();
    expect(await friend.next("presence:changed")).toEqual({ userId: ben.id, presence: "online" });
    valueOf(await bens.request("presence:idle", { idle: true }));
    expect(await friend.next("presence:changed")).toEqual({ userId: ben.id, presence: "away" });
    // What each is told next comes after all that could have been sent before.
    for (const watcher of watchers) valueOf(await watcher.request("signal:ping", {}));
    const about = watchers.flatMap(({ received }) => received.filter(({ event }) => event === "presence:changed"));
    expect(about).toEqual([]);
    for (const other of others) expect([undefined, "offline"]).toContain(await presenceAt(other, ben));
  });
});

describe.skipIf(!hasRedis)("away on two servers (needs redis-server)", () => {
  it("is who is idle at both, and online with the first input at either", async () => {
    const { one, other, close } = await startTwoServers();
    try {
      const [ann, ben] = await one.contacts();
      const watcher = await one.connect({ token: ann.token });
      const [here, there] = [await one.connect({ token: ben.token }), await other.connect({ token: ben.token })];
      for (const device of [here, there]) valueOf(await device.request("presence:idle", { idle: true }));
      await expect.poll(() => presenceAt(ann, ben)).toBe("away");
      const last = () => watcher.received.filter(({ event }) => event === "presence:changed").at(-1)?.payload;
      await expect.poll(last).toEqual({ userId: ben.id, presence: "away" });
      valueOf(await there.request("presence:idle", { idle: false }));
      await expect.poll(last).toEqual({ userId: ben.id, presence: "online" });
      there.close();
      await expect.poll(last, { timeout: 5_000 }).toEqual({ userId: ben.id, presence: "away" });
    } finally {
      await close();
    }
  });
});
