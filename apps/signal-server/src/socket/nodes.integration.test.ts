import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { inLanes } from "../testing/lanes";
import { acceptRound, glareRound } from "../testing/rounds";
import { answer, candidate, inviteTo } from "../testing/samples";
import { hasRedis, type TestRedis } from "../testing/testRedis";
import { createTestServer, PASSWORD, type Person, type TestServer } from "../testing/testServer";
import { startTwoServers, type TwoServers } from "../testing/twoServers";

let servers: TwoServers;
let redis: TestRedis;
let one: TestServer;
let other: TestServer;

describe.skipIf(!hasRedis)("two servers on one database (needs redis-server)", () => {
  beforeAll(async () => {
    servers = await startTwoServers();
    ({ redis, one, other } = servers);
  });
  afterAll(() => servers.close());

  const at = (server: TestServer, { token }: Person) => server.connect({ token });

  /** A call from the first server to the second. */
  async function ringing() {
    const [ann, ben] = await one.contacts();
    const [caller, callee] = [await at(one, ann), await at(other, ben)];
    const callId = randomUUID();
    valueOf(await caller.request("call:invite", { ...inviteTo(ben.id, callId), warm: true }));
    await callee.next("call:incoming");
    return { ann, ben, caller, callee, callId };
  }

  it("contacts see each other come and go", async () => {
    const [ann, ben] = await one.contacts();
    const mine = await at(one, ann);
    const theirs = await at(other, ben);
    expect(await mine.next("presence:changed")).toEqual({ userId: ben.id, presence: "online" });
    const [listed] = valueOf((await ann.call("listContacts", {})).result);
    expect(listed?.presence).toBe("online");
    theirs.close();
    expect(await mine.next("presence:changed")).toEqual({ userId: ben.id, presence: "offline" });
  });

  it("a call rings, connects while it rings, is accepted, relays both ways and ends", async () => {
    const { caller, callee, callId } = await ringing();
    valueOf(await callee.request("call:warm", { callId }));
    valueOf(await callee.request("signal:description", { callId, description: answer }));
    expect(await caller.next("signal:description")).toEqual({ callId, description: answer });
    valueOf(await callee.request("call:accept", { callId }));
    expect(await caller.next("call:accepted")).toEqual({ callId });
    for (const [from, to] of [[caller, callee] as const, [callee, caller] as const]) {
      valueOf(await from.request("signal:candidates", { callId, candidates: [candidate] }));
      expect(await to.next("signal:candidates")).toEqual({ callId, candidates: [candidate] });
    }
    valueOf(await caller.request("call:hangUp", { callId }));
    expect(await callee.next("call:ended")).toEqual({ callId, reason: "hungUp" });
    expect(codeOf(await callee.request("signal:candidates", { callId, candidates: [candidate] }))).toBe(
      "call.wrongState",
    );
  });

  it("F23 a device that comes back at the other server is that device: nothing of its call is lost", async () => {
    const { ben, caller, callee, callId } = await ringing();
    valueOf(await callee.request("call:accept", { callId }));
    await caller.next("call:accepted");
    const back = await one.connect({ token: ben.token, device: callee.device });
    await callee.disconnected();
    expect(valueOf(await back.request("call:resume", { callId }))).toEqual({ state: "active" });
    valueOf(await caller.request("signal:candidates", { callId, candidates: [candidate] }));
    expect(await back.next("signal:candidates")).toEqual({ callId, candidates: [candidate] });
  });

  it("R19 a session that is ended at one is closed at the other within a second", async () => {
    const [ann] = await one.contacts();
    const socket = await at(other, ann);
    const since = Date.now();
    valueOf((await ann.call("logOut", {})).result);
    await socket.disconnected();
    expect(Date.now() - since).toBeLessThan(1_000);
  });

  it("R19 so are devices that are logged out from another one, alone or all", async () => {
    const ann = await one.person();
    const logIn = { login: ann.me.username, password: PASSWORD, client: "desktop" } as const;
    for (const route of ["revokeDevice", "revokeOtherDevices"] as const) {
      const { token = "" } = valueOf((await other.call("logIn", logIn)).result);
      const socket = await other.connect({ token });
      const device = valueOf((await ann.call("listDevices", {})).result).find(({ current }) => !current);
      const since = Date.now();
      valueOf((await ann.call(route, { deviceId: device?.id ?? "" })).result);
      expect(await socket.next("session:ended")).toEqual({});
      await socket.disconnected();
      expect(Date.now() - since).toBeLessThan(1_000);
    }
  });

  it("F2 both call each other at once, each at their own server: one call, the other is told of it, 60 rounds", async () => {
    await inLanes(4, 60, async () => {
      const [ann, ben] = await one.contacts();
      const left = { id: ann.id, socket: await at(one, ann) };
      const right = { id: ben.id, socket: await at(other, ben) };
      return () => glareRound(left, right);
    });
  }, 60_000);

  it("F3 two devices accept in the same millisecond, each at a server of its own: exactly one wins, 100 rounds", async () => {
    await inLanes(4, 100, async () => {
      const [ann, ben] = await one.contacts();
      const caller = await at(one, ann);
      const devices = [await at(one, ben), await at(other, ben)] as const;
      return () => acceptRound(caller, ben.id, devices);
    });
  }, 60_000);

  it("F19 without Redis calls at one server go on, and all is found again when it is back", async () => {
    const [ann, ben] = await one.contacts();
    const [caller, near] = [await at(one, ann), await at(one, ben)];
    await redis.stop();
    try {
      const callId = randomUUID();
      valueOf(await caller.request("call:invite", inviteTo(ben.id, callId)));
      await near.next("call:incoming");
      valueOf(await near.request("call:accept", { callId }));
      await caller.next("call:accepted");
      valueOf(await caller.request("call:hangUp", { callId }));
      await near.next("call:ended");
    } finally {
      await redis.start();
    }
    near.close();
    const far = await at(other, ben);
    await expect
      .poll(async () => codeOf(await caller.request("call:invite", inviteTo(ben.id))), { timeout: 8_000 })
      .toBe("ok");
    await far.next("call:incoming");
  }, 30_000);
});

describe.skipIf(!hasRedis)("a server that shall work with others (needs redis-server)", () => {
  it("does not start without them, and says why", async () => {
    const alone = createTestServer({ config: { redisUrl: "redis://127.0.0.1:1" } });
    await expect(alone).rejects.toThrow("Redis at REDIS_URL cannot be reached (ECONNREFUSED).");
  });
});
