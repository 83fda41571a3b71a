import { expectWithin } from "../../fixtures/limits";
import type { Person } from "../../fixtures/person";
import { until } from "../../fixtures/until";
import { type Nat, ways } from "./addresses";
import type { NetworkLab } from "./networkLab";
import { expect, labMissing, pairAtHome, test } from "./networkTest";
import { type Path, selectedPath } from "./pathFacts";
import { type SignalWatch, watchSignals } from "./signalWatch";

const missing = labMissing();
test.skip(missing !== null, missing ?? "");

const nats: readonly Nat[] = ["cone", "symmetric", "udpBlocked"];
/** From accept to connected on both sides; F11 demands it where UDP is blocked. */
const CONNECT_MS = 3_000;

/**
 * The kind of path that must be found. Two cones reach each other. A symmetric router takes another port for each peer, so
 * even a cone cannot reach it: somebody has to relay.
 */
function expectedKind(a: Nat, b: Nat, relayOnly: boolean): Path["kind"] {
  return !relayOnly && a === "cone" && b === "cone" ? "direct" : "relayed";
}

interface Caller {
  readonly person: Person;
  readonly nat: Nat;
  readonly signals: SignalWatch;
  /** Addresses of the home that nobody may learn. */
  readonly addresses: readonly string[];
}

/** Calls, reads both paths, hangs up; resolves with ms from accept to connected on both sides. */
async function callOnce(from: Caller, to: Caller, look: () => Promise<void>): Promise<number> {
  const [caller, callee] = [from.person, to.person];
  await caller.people.call(callee.name, "video");
  await callee.call.expectIncoming(caller.name);
  const began = performance.now();
  await callee.call.press("Accept with video");
  await Promise.all([caller.call.expectConnected(), callee.call.expectConnected()]);
  const took = performance.now() - began;
  await look();
  await caller.call.press("Hang up");
  for (const { call } of [caller, callee]) await call.close();
  return took;
}

/** A better path may be found just after the first one; the kind that was expected is waited for, not any. */
async function expectPath(side: Caller, kind: Path["kind"], relayOnly: boolean): Promise<void> {
  const { page } = side.person;
  const path = await until(`a ${kind} path`, async () => {
    const found = await selectedPath(page);
    return found?.kind === kind ? found : null;
  });
  if (relayOnly) expect(path.localType).toBe("relay");
  if (side.nat === "udpBlocked") expect(["tcp", "tls"]).toContain(path.toRelay);
}

/** R8: nothing that was sent holds a candidate that is not relayed, or an address of the home. */
function expectHidden(side: Caller): void {
  const sent = side.signals.take().join("\n");
  expect(sent).toContain("typ relay");
  expect(sent).not.toMatch(/typ (host|srflx|prflx)/);
  for (const address of side.addresses) expect(sent).not.toContain(address);
}

async function setRelayOnly(person: Person, on: boolean): Promise<void> {
  await person.people.openSettings();
  await person.settings.alwaysRelay.setChecked(on);
  await person.settings.close();
}

async function runMatrix(lab: NetworkLab, relayOnly: boolean): Promise<void> {
  const watches: SignalWatch[] = [];
  const [ada, grace] = await pairAtHome(lab, (page) => void watches.push(watchSignals(page)));
  const [adasSignals, gracesSignals] = watches;
  if (!adasSignals || !gracesSignals) throw new Error("the pages were not watched");
  if (relayOnly) for (const person of [ada, grace]) await setRelayOnly(person, true);
  const figures: Record<string, number> = {};
  for (const natA of nats) {
    for (const natB of nats) {
      lab.setNat("a", natA);
      lab.setNat("b", natB);
      const a = { person: ada, nat: natA, signals: adasSignals, addresses: [ways.a.inner, ways.a.outer] };
      const b = { person: grace, nat: natB, signals: gracesSignals, addresses: [ways.b.inner, ways.b.outer] };
      const kind = expectedKind(natA, natB, relayOnly);
      for (const side of [a, b]) side.signals.take();
      const name = `${natA}/${natB}`;
      await test.step(`${name}: ${kind}`, async () => {
        figures[name] = await callOnce(a, b, async () => {
          for (const side of [a, b]) await expectPath(side, kind, relayOnly);
        });
        if (relayOnly) for (const side of [a, b]) expectHidden(side);
      });
    }
  }
  console.log(`accept to connected, ms, ${relayOnly ? "always relayed" : "direct allowed"}:`);
  for (const [name, took] of Object.entries(figures)) console.log(`  ${name.padEnd(24)}${Math.round(took)}`);
  for (const [name, took] of Object.entries(figures)) await expectWithin(took, CONNECT_MS, `F11 ${name}`);
}

test("F11: every pair of NATs connects, directly wherever that can be", async ({ newLab }) => {
  await runMatrix(await newLab(), false);
});

test("R8 F11: with calls always relayed every pair of NATs connects, and no address leaves either home", async ({
  newLab,
}) => {
  await runMatrix(await newLab(), true);
});
