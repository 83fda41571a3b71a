import type { CallId } from "@sightline/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ann, answer, bob, mine, offer, theirs } from "./callSamples";
import { Exchange } from "./glareModel";
import { both, type Person } from "./glareServer";

// Two machines, a server that keeps one seat per person, and a network that is slow wherever the test likes.

const people = { ann, bob } as const;

/** Both want the other; what happens next is up to the picks: a click, an offer that is ready, a message that arrives. */
function playGlare(
  picks: readonly number[],
  ids: Readonly<Record<Person, CallId>> = { ann: mine, bob: theirs },
): Exchange {
  const exchange = new Exchange({ people, ids, offer, answer });
  for (const pick of picks) exchange.advance(pick);
  exchange.settle();
  return exchange;
}

const anyPicks = fc.array(fc.nat(7), { maxLength: 60 });

describe("F2 both call each other at once, however clicks, offers and messages interleave", () => {
  test("ends in one call, each in their part of it, with one connection each", () => {
    fc.assert(
      fc.property(anyPicks, (picks) => {
        const { sides } = playGlare(picks);
        const [left, right] = [sides.ann.state, sides.bob.state];
        if (left.phase !== "inCall" || right.phase !== "inCall") return expect([left.phase, right.phase]).toEqual([]);
        expect(left.callId).toBe(right.callId);
        expect([left.role, right.role].toSorted()).toEqual(["callee", "caller"]);
        for (const who of both) {
          const open = sides[who].ledger.open();
          expect(open.filter((name) => name.startsWith("peer "))).toEqual([`peer ${left.callId}`]);
          expect(open).not.toContain("ringing");
        }
      }),
      { numRuns: 5000 },
    );
  });

  test("rings once at most, and not at all where both had clicked before they heard of each other", () => {
    fc.assert(
      fc.property(anyPicks, fc.boolean(), (picks, bothClicked) => {
        const first = bothClicked ? [0, 1] : [];
        const exchange = playGlare([...first, ...picks]);
        expect(exchange.rings).toBeLessThanOrEqual(bothClicked ? 0 : 1);
      }),
      { numRuns: 5000 },
    );
  });

  test("takes no more messages one after the other than any call, so one round trip more is not even needed", () => {
    // invite, incoming, accept, accepted (and beside that the answer): two round trips.
    fc.assert(
      fc.property(anyPicks, (picks) => {
        const exchange = playGlare(picks);
        expect(exchange.longestChain).toBeLessThanOrEqual(4);
        expect(exchange.sent("sendAccept")).toBe(1);
        expect(exchange.sent("sendInvite")).toBeLessThanOrEqual(2);
        for (const type of ["sendCancel", "sendHangUp", "sendDecline"] as const) expect(exchange.sent(type)).toBe(0);
      }),
      { numRuns: 5000 },
    );
  });

  test("an offer that takes long does not hold the call up: it is answered while our own is still being made", () => {
    // Both click; Bob's offer is made, sent, and rings at Ann's, whose own offer never comes.
    const exchange = new Exchange({ people, ids: { ann: mine, bob: theirs }, offer, answer, slowOffer: "ann" });
    exchange.settle();
    expect(exchange.sides.ann.state).toMatchObject({ phase: "inCall", callId: theirs, role: "callee" });
    expect(exchange.sides.bob.state).toMatchObject({ phase: "inCall", callId: theirs, role: "caller" });
    expect(exchange.sent("sendInvite")).toBe(1);
  });

  test("with equal ids both end, and nothing stays open", () => {
    fc.assert(
      fc.property(anyPicks, (picks) => {
        const { sides, clashed } = playGlare([0, 1, ...picks], { ann: mine, bob: mine });
        if (!clashed) return;
        for (const who of both) {
          expect(sides[who].state).toMatchObject({ phase: "ended", reason: "failed" });
          expect(sides[who].ledger.open()).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test("the model itself: a call that nobody crosses rings once and is answered", () => {
  const exchange = new Exchange({ people, ids: { ann: mine, bob: theirs }, offer, answer });
  // Ann alone clicks, her offer is made and arrives; then Bob "clicks", which is answering.
  for (const pick of [0, 2, 4, 7, 1]) exchange.advance(pick);
  exchange.settle();
  expect(exchange.rings).toBe(1);
  expect(exchange.longestChain).toBe(4);
});
