import type { Page } from "@playwright/test";
import { packetsReceived } from "../../fixtures/peerFacts";
import type { Person } from "../../fixtures/person";
import { until } from "../../fixtures/until";
import type { NetworkLab } from "./networkLab";
import { expect, labMissing, pairAtHome, test } from "./networkTest";
import { selectedPath } from "./pathFacts";

const missing = labMissing();
test.skip(missing !== null, missing ?? "");

/** The TURN user name that the page's newest connection would use next; its head is the expiry in s since 1970. */
function turnUser(page: Page): Promise<string> {
  return page.evaluate(() => {
    const servers = window.sightlineSpy.peers.at(-1)?.getConfiguration().iceServers ?? [];
    return servers.find(({ username }) => username)?.username ?? "";
  });
}

const expiryOf = (username: string) => Number(username.split(":")[0]);

/** From now on, every state the page's newest connection changes to. */
async function recordStates(page: Page): Promise<() => Promise<readonly string[]>> {
  const states = await page.evaluateHandle(() => {
    const seen: string[] = [];
    const peer = window.sightlineSpy.peers.at(-1);
    peer?.addEventListener("connectionstatechange", () => seen.push(peer.connectionState));
    return seen;
  });
  return () => states.jsonValue();
}

/** A video call between two homes that only a relay can join. */
async function relayedCall(lab: NetworkLab): Promise<[Person, Person]> {
  lab.setNat("a", "symmetric");
  lab.setNat("b", "symmetric");
  const [ada, grace] = await pairAtHome(lab);
  await ada.people.call(grace.name, "video");
  await grace.call.press("Accept with video");
  for (const { call } of [ada, grace]) await call.expectConnected();
  for (const { page } of [ada, grace]) expect((await selectedPath(page))?.kind).toBe("relayed");
  return [ada, grace];
}

async function expectFlow(page: Page): Promise<void> {
  const before = await packetsReceived(page);
  await expect.poll(() => packetsReceived(page), { timeout: 20_000 }).toBeGreaterThan(before + 20);
}

test("F12 R24: credentials that expire in a call are renewed before, and the call moves to them unhurt", async ({
  newLab,
}) => {
  const lab = await newLab({ env: { TURN_SECONDS: "20" } });
  const people = await relayedCall(lab);
  const states = await Promise.all(people.map(({ page }) => recordStates(page)));
  const first = await Promise.all(people.map(({ page }) => turnUser(page)));
  for (const [index, { page }] of people.entries()) {
    const old = first[index] ?? "";
    const next = await until("new credentials", async () => {
      const user = await turnUser(page);
      return user === old ? null : user;
    });
    expect(Date.now() / 1000, "before the old ones expire").toBeLessThan(expiryOf(old));
    expect(next.split(":")[1], "the same person to the TURN server").toBe(old.split(":")[1]);
    await until("an allocation by the new credentials", () =>
      lab.turn[0]
        ?.log()
        .split("\n")
        .some((line) => line.includes(`<${next}>`) && /ALLOCATE processed, success/.test(line)),
    );
  }
  const over = Math.max(...first.map(expiryOf)) + 3;
  await until("the first credentials to be over", () => Date.now() / 1000 > over);
  for (const { page } of people) await expectFlow(page);
  for (const seen of states) expect(await seen(), "no interruption").toEqual([]);
});

test("F12: when its TURN server dies, a relayed call moves to another one", async ({ newLab }) => {
  const lab = await newLab({ turnServers: 2 });
  const [ada, grace] = await relayedCall(lab);
  const used = (await selectedPath(ada.page))?.localAddress;
  const victim = lab.turn.find(({ address }) => address === used) ?? lab.turn[0];
  const began = performance.now();
  await victim?.kill();
  for (const { page } of [ada, grace]) {
    await until("a path by the other server", async () => {
      const path = await selectedPath(page);
      return path !== null && path.localAddress !== victim?.address && path.remoteAddress !== victim?.address;
    });
    await expectFlow(page);
  }
  console.log(`TURN killed: flows again by the other server after ${Math.round(performance.now() - began)} ms`);
  expect(performance.now() - began).toBeLessThan(30_000);
});

test("F12: when the only TURN server dies, the call ends with the reason", async ({ newLab }) => {
  const lab = await newLab();
  const [ada, grace] = await relayedCall(lab);
  await lab.turn[0]?.kill();
  for (const { call } of [ada, grace]) await expect(call.button("Hang up")).toBeEnabled();
  for (const { call } of [ada, grace]) {
    await expect(call.button("Close")).toBeVisible({ timeout: 60_000 });
    await call.expectEnded(/The connection to .* was lost\./);
  }
});
