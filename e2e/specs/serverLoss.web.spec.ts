import type { Page } from "@playwright/test";
import { hasRedis } from "../../apps/signal-server/src/testing/testRedis";
import { connectEarly } from "../fixtures/connectEarly";
import { type FrameTimes, longestStill, recordFrames } from "../fixtures/frameTimes";
import { expectWithin, keepWithin } from "../fixtures/limits";
import { befriend, type Person } from "../fixtures/person";
import type { TestServer } from "../fixtures/server";
import { startServerPair } from "../fixtures/serverPair";
import { expect, test } from "../fixtures/test";
import { until } from "../fixtures/until";
import { streamSelector } from "../pages/callPage";

type NewPerson = (name: string, options: { server: TestServer }) => Promise<Person>;

/** Two people in a video call on a server of their own, which may be killed. */
async function callOn(server: TestServer, newPerson: NewPerson): Promise<[Person, Person]> {
  const ada = await newPerson("Ada Byron", { server });
  const grace = await newPerson("Grace Hopper", { server });
  await befriend(server, ada, grace);
  await ada.people.call(grace.name, "video");
  await grace.call.press("Accept with video");
  for (const { call } of [ada, grace]) await call.expectConnected();
  return [ada, grace];
}

/** The moment at which a page has shown so many frames. */
async function framesMore(times: FrameTimes, count: number): Promise<void> {
  const before = (await times.all()).length;
  await until(`${count} more frames`, async () => (await times.all()).length >= before + count);
}

/** No picture stood still for longer than the machine makes it without any fault, or than can be seen. */
async function expectSteady(
  people: readonly Person[],
  frames: readonly (readonly number[])[],
  [quietFrom, killedAt, over]: readonly [number, number, number],
): Promise<void> {
  for (const [index, all] of frames.entries()) {
    const [quiet, away] = [longestStill(all, quietFrom, killedAt), longestStill(all, killedAt, over)];
    console.log(`${people[index]?.name}: longest still picture ${quiet} ms before, ${away} ms without the server`);
    await expectWithin(away, Math.max(200, 2 * quiet), "a picture stood still without the server");
  }
}

/** When each of the page's sockets has had its call taken up again by the server, ms since 1970. */
function watchResumes(page: Page): readonly number[] {
  const answered: number[] = [];
  page.on("websocket", (socket) => {
    const asked = new Set<string>();
    socket.on("framesent", ({ payload }) => {
      const [, id] = /^42(\d+)\["call:resume"/.exec(payload.toString()) ?? [];
      if (id) asked.add(id);
    });
    socket.on("framereceived", ({ payload }) => {
      const [, id] = /^43(\d+)\[\{"ok":true/.exec(payload.toString()) ?? [];
      if (id && asked.has(id)) answered.push(Date.now());
    });
  });
  return answered;
}

test("F1: the server is killed in a call: the pictures go on, both are told, and hanging up still ends it", async ({
  serverWith,
  newPerson,
}) => {
  const server = await serverWith({});
  const people = await callOn(server, newPerson);
  const [ada, grace] = people;
  const seen: FrameTimes[] = [];
  for (const { page } of people) seen.push(await recordFrames(page, streamSelector("remoteCamera")));

  const quietFrom = Date.now();
  for (const times of seen) await framesMore(times, 80);
  const killedAt = Date.now();
  await server.kill();
  for (const { call } of people) await expect(call.serverAway).toBeVisible({ timeout: 3_000 });
  for (const times of seen) await framesMore(times, 80);
  const over = Date.now();

  await expectSteady(people, await Promise.all(seen.map((times) => times.all())), [quietFrom, killedAt, over]);
  for (const { call } of people) await expect(call.reconnecting).toBeHidden();
  await ada.call.press("Hang up");
  await ada.call.expectEnded("Call ended.");
  await grace.call.expectEnded("Ada Byron hung up.");
});

/** The server may be a second away, and its socket found only by the next try. */
const TAKEN_UP = { target: 2_000, worst: 5_000 };

/** When all of them have been answered once more since there were `before` answers each: the last one's moment, ms since 1970. */
async function answeredAgain(resumes: readonly (readonly number[])[], before: readonly number[]): Promise<number> {
  const next = () => resumes.map((each, index) => each[before[index] ?? 0]);
  await until("both to take the call up again", () => next().every((at) => at !== undefined));
  return Math.max(...next().map((at) => at ?? Number.NaN));
}

test("F1: the server comes back: the call is taken up again within two seconds, and its end is known there", async ({
  serverWith,
  newPerson,
}) => {
  const server = await serverWith({});
  const people = await callOn(server, newPerson);
  const [ada, grace] = people;
  const resumes = people.map(({ page }) => watchResumes(page));
  await keepWithin({ takenUp: TAKEN_UP }, async () => {
    await server.kill();
    for (const { call } of people) await expect(call.serverAway).toBeVisible();
    const before = resumes.map(({ length }) => length);
    await server.start();
    const startedAt = Date.now();
    const takenUp = (await answeredAgain(resumes, before)) - startedAt;
    console.log(`server back: the call is taken up again after ${takenUp} ms`);
    return { takenUp };
  });
  for (const { call } of people) {
    await expect(call.serverAway).toBeHidden();
    await call.expectConnected();
  }
  // Nothing but the server can tell the history.
  await grace.call.press("Hang up");
  await ada.call.expectEnded("Grace Hopper hung up.");
  await ada.call.close();
  await expect(ada.people.historyRow(/Video call/)).toBeVisible();
});

test("F1: who hangs up while the server is away has told it once it is back, and can be called again", async ({
  serverWith,
  newPerson,
}) => {
  const server = await serverWith({});
  const [ada, grace] = await callOn(server, newPerson);
  await server.kill();
  await expect(ada.call.serverAway).toBeVisible();
  await ada.call.press("Hang up");
  await ada.call.expectEnded("Call ended.");
  await ada.call.close();
  await grace.call.expectEnded("Ada Byron hung up.");
  await grace.call.close();
  await server.start();
  await expect(ada.people.historyRow(/Video call/)).toBeVisible();
  await grace.people.call(ada.name, "audio");
  await ada.call.expectIncoming(grace.name);
});

for (const early of [true, false]) {
  const standing = early ? "the two are connected already" : "nothing connects before the answer";
  test(`F1: the server dies as a call is answered, and ${standing}: it becomes one, and the server knows it`, async ({
    serverWith,
    newPerson,
  }) => {
    const server = await serverWith({});
    const ada = await newPerson("Ada Byron", { server });
    const grace = await newPerson("Grace Hopper", { server });
    await befriend(server, ada, grace);
    await connectEarly(grace, early);
    await ada.people.call(grace.name, "video");
    await grace.call.expectIncoming(ada.name);
    await ada.call.expectRinging();
    await server.kill();
    await grace.call.press("Accept with video");
    await server.start();
    for (const { call } of [ada, grace]) await call.expectConnected();
    for (const { call } of [ada, grace]) await expect(call.serverAway).toBeHidden();
    await grace.call.press("Hang up");
    await ada.call.expectEnded("Grace Hopper hung up.");
    await ada.call.close();
    await expect(ada.people.historyRow(/Video call/)).toBeVisible();
  });
}

test("F20: one of two servers is killed: the call is taken up at the other within two seconds, and the pictures go on", async ({
  newPerson,
}) => {
  test.skip(!hasRedis, "needs redis-server");
  const pair = await startServerPair();
  try {
    const people = await callOn(pair.first, newPerson);
    const [ada, grace] = people;
    const seen: FrameTimes[] = [];
    for (const { page } of people) seen.push(await recordFrames(page, streamSelector("remoteCamera")));
    const quietFrom = Date.now();
    for (const times of seen) await framesMore(times, 80);
    const resumes = people.map(({ page }) => watchResumes(page));
    const killedAt = Date.now();
    let [alive, spare] = [pair.first, pair.second];
    await keepWithin({ takenUp: TAKEN_UP }, async () => {
      const before = resumes.map(({ length }) => length);
      const lostAt = Date.now();
      await alive.kill();
      const takenUp = (await answeredAgain(resumes, before)) - lostAt;
      console.log(`at the other server after ${takenUp} ms`);
      await alive.start();
      [alive, spare] = [spare, alive];
      return { takenUp };
    });
    for (const times of seen) await framesMore(times, 80);
    await expectSteady(people, await Promise.all(seen.map((times) => times.all())), [quietFrom, killedAt, Date.now()]);
    await grace.call.press("Hang up");
    await ada.call.expectEnded("Grace Hopper hung up.");
    await ada.call.close();
    await expect(ada.people.historyRow(/Video call/)).toBeVisible();
  } finally {
    await pair.dispose();
  }
});
