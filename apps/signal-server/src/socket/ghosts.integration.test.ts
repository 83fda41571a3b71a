import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type CuttableLine, lineTo } from "../testing/cuttableLine";
import { codeOf, valueOf } from "../testing/httpClient";
import { presenceAt } from "../testing/presenceAt";
import { inviteTo } from "../testing/samples";
import { createTestServer, type Person, type TestServer } from "../testing/testServer";
import { connectSocket, type TestSocket } from "../testing/testSocket";

const timing = { sweep: 50, presenceGrace: 200, presenceRetry: 200, heartbeat: 300, heartbeatPatience: 300 };
/** Longest time until a device that vanished is noticed, and some for the machine. */
const NOTICED_MS = timing.heartbeat + timing.heartbeatPatience + timing.presenceGrace + 1_000;

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ timing });
});
afterAll(() => server.close());

const lines: CuttableLine[] = [];
afterEach(() => Promise.all(lines.splice(0).map((line) => line.close())));

/** A device whose network can go away without a word. */
async function onALine({ token }: Person, to = server): Promise<{ socket: TestSocket; line: CuttableLine }> {
  const line = await lineTo(to.port);
  lines.push(line);
  return { line, socket: await connectSocket(line.url, { token }) };
}

async function talk(one: TestSocket, other: TestSocket, to: Person): Promise<string> {
  const callId = randomUUID();
  valueOf(await one.request("call:invite", inviteTo(to.id, callId)));
  await other.next("call:incoming");
  valueOf(await other.request("call:accept", { callId }));
  await one.next("call:accepted");
  return callId;
}

describe("no ghosts", () => {
  it("a device that vanishes without a word is offline once it owes a sign of life, live, in the list and to callers", async () => {
    const [ann, ben] = await server.contacts();
    const watcher = await ann.connect();
    const { socket, line } = await onALine(ben);
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "online" });
    // Whoever gives signs of life stays.
    for (let signs = 0; signs < 4; signs++)
      await new Promise((resolve) => socket.raw.io.once("ping", () => resolve(null)));
    expect(await presenceAt(ann, ben)).toBe("online");
    const since = Date.now();
    line.cut();
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "offline" });
    expect(Date.now() - since).toBeLessThan(NOTICED_MS);
    expect(await presenceAt(ann, ben)).toBe("offline");
    expect(codeOf(await watcher.request("call:invite", inviteTo(ben.id)))).toBe("call.unreachable");
  });

  it("with the times of a real server that takes less than 30 s", async () => {
    const real = await createTestServer();
    try {
      const [ann, ben] = await real.contacts();
      const watcher = await ann.connect();
      const { line } = await onALine(ben, real);
      expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "online" });
      const since = Date.now();
      line.cut();
      await expect.poll(() => presenceAt(ann, ben), { timeout: 30_000, interval: 250 }).toBe("offline");
      expect(Date.now() - since).toBeLessThan(30_000);
      expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "offline" });
    } finally {
      await real.close();
    }
  }, 60_000);

  it("whose device vanished in a call is in none: offline, or online with another device that is there", async () => {
    const [ann, ben] = await server.contacts();
    const cat = await server.person();
    await server.befriend(cat, ann);
    await server.befriend(cat, ben);
    const [anns, bens] = [await onALine(ann), await onALine(ben)];
    const bensPhone = await ben.connect();
    await talk(anns.socket, bens.socket, ben);
    await expect.poll(() => presenceAt(cat, ann)).toBe("inCall");
    expect(await presenceAt(cat, ben)).toBe("inCall");
    anns.line.cut();
    bens.line.cut();
    await expect.poll(() => presenceAt(cat, ann), { timeout: NOTICED_MS }).toBe("offline");
    await expect.poll(() => presenceAt(cat, ben), { timeout: NOTICED_MS }).toBe("online");
    bensPhone.close();
    await expect.poll(() => presenceAt(cat, ben), { timeout: NOTICED_MS }).toBe("offline");
  });

  it("after a restart nobody is online or in a call who has not come back, and a crashed app's new start is in none", async () => {
    const [ann, ben] = await server.contacts();
    const cat = await server.person();
    await server.befriend(cat, ann);
    await server.befriend(cat, ben);
    await talk(await ann.connect(), await ben.connect(), ben);
    expect(await presenceAt(cat, ann)).toBe("inCall");
    await server.restart();
    expect([await presenceAt(cat, ann), await presenceAt(cat, ben)]).toEqual(["offline", "offline"]);
    const watcher = await cat.connect();
    await ann.connect();
    expect(await watcher.next("presence:changed")).toEqual({ userId: ann.id, presence: "online" });
    expect([await presenceAt(cat, ann), await presenceAt(cat, ben)]).toEqual(["online", "offline"]);
  });

  it("F21 a server stops and starts although a device has vanished, and waits for nobody's goodbye", async () => {
    const [ann, ben] = await server.contacts();
    (await onALine(ben)).line.cut();
    const since = Date.now();
    await server.restart();
    expect(Date.now() - since).toBeLessThan(9_000);
    expect(await presenceAt(ann, ben)).toBe("offline");
  });

  it("F18 who leaves while the database is away is told gone when it is back", async () => {
    const [ann, ben] = await server.contacts();
    const watcher = await ann.connect();
    const gone = await ben.connect();
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "online" });
    await server.query("ALTER TABLE contacts RENAME TO contacts_away");
    try {
      gone.close();
      await expect.poll(() => server.logged.join().includes("task failed"), { timeout: 4_000 }).toBe(true);
    } finally {
      await server.query("ALTER TABLE contacts_away RENAME TO contacts");
    }
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "offline" });
  });
});
