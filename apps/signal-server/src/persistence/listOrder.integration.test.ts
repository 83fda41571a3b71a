import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { valueOf } from "../testing/httpClient";
import { createTestServer, type Person, type TestServer } from "../testing/testServer";

const now = new Date("2026-01-01T00:00:00Z");
const COUNT = 5;
let server: TestServer;
let ann: Person;
let others: Person[];
beforeAll(async () => {
  server = await createTestServer({ clock: { now: () => now } });
  ann = await server.person("ann");
  others = [];
  while (others.length < COUNT) others.push(await server.person());
});
afterAll(() => server.close());

/** Takes every row out and puts it back, the last one first: the database then holds them in the other direction. */
async function turnOver(table: string): Promise<void> {
  const rows = await server.query<{ place: string }>(`SELECT ctid::text AS place FROM ${table} ORDER BY ctid DESC`);
  for (const { place } of rows) {
    const moved = `DELETE FROM ${table} WHERE ctid = $1::tid RETURNING *`;
    await server.query(`WITH moved AS (${moved}) INSERT INTO ${table} SELECT * FROM moved`, [place]);
  }
}

async function expectSameAfter(turn: () => Promise<void>, list: () => Promise<readonly unknown[]>): Promise<void> {
  const before = await list();
  expect(before).toHaveLength(COUNT);
  await turn();
  expect(await list()).toEqual(before);
}

describe("a list in the order of time does not jump where times are the same", () => {
  it("invitations", async () => {
    for (const _ of others) valueOf((await ann.call("makeInvitation", {})).result);
    const list = async () => valueOf((await ann.call("listInvitations", {})).result);
    await expectSameAfter(() => turnOver("invitations"), list);
  });

  it("calls", async () => {
    const call = `INSERT INTO calls (id, caller_id, caller_device, callee_id, kind, state, reason, started_at, ended_at, ring_deadline, version)
      VALUES ($1, $2, $1, $3, 'audio', 'ended', 'cancelled', $4, $4, $4, 1)`;
    for (const other of others) await server.query(call, [randomUUID(), ann.id, other.id, now]);
    const list = async () => valueOf((await ann.call("listCalls", {})).result);
    await expectSameAfter(() => turnOver("calls"), list);
  });

  it("contacts", async () => {
    for (const { me } of others) valueOf((await ann.call("requestContact", { username: me.username })).result);
    const list = async () => valueOf((await ann.call("listContacts", {})).result);
    await expectSameAfter(() => turnOver("contacts"), list);
  });

  it("blocked people", async () => {
    for (const { id } of others) valueOf((await ann.call("blockPerson", { userId: id })).result);
    const list = async () => valueOf((await ann.call("listBlocked", {})).result);
    await expectSameAfter(() => turnOver("blocks"), list);
  });
});
