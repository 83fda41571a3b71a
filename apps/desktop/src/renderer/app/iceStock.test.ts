import type { IceGrant } from "@sightline/protocol";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createIceStock } from "./iceStock";

const grantOf = (name: string, secondsLeft: number | null = 100): IceGrant => ({
  servers: [{ urls: ["turn:turn.example.org"], username: name, credential: "c" }],
  secondsLeft,
});

/** A server that answers `first`, `second`, … as long as it is there. */
function setUp(secondsLeft: number | null = 100) {
  const server = { asked: 0, away: false };
  const ask = async () => {
    server.asked += 1;
    return server.away ? null : grantOf(`grant${server.asked}`, secondsLeft);
  };
  const renewed: (string | undefined)[] = [];
  const stock = createIceStock({ ask, now: () => Date.now() });
  const lend = () => stock.lend((servers) => renewed.push(servers[0]?.username));
  return { stock, server, renewed, lend };
}

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe("the stock of STUN and TURN servers", () => {
  it("a call gets what was fetched before, at once, and the next call gets others", async () => {
    const { stock, lend } = setUp();
    stock.refill();
    await pass(0);
    expect(lend().servers[0]?.username).toBe("grant1");
    await pass(0);
    expect(lend().servers[0]?.username).toBe("grant2");
  });

  it("R24 what lies there is renewed before it expires", async () => {
    const { stock, server, lend } = setUp(100);
    stock.refill();
    await pass(74);
    expect(server.asked).toBe(1);
    await pass(2);
    expect(server.asked).toBe(2);
    expect(lend().servers[0]?.username).toBe("grant2");
  });

  it("F12 a running call is told the next ones before its own expire, again and again", async () => {
    const { stock, renewed, lend } = setUp(100);
    stock.refill();
    await pass(60);
    lend();
    // Its own are 60 s old: 15 s from now three quarters of their life are over.
    await pass(14);
    expect(renewed).toEqual([]);
    await pass(2);
    expect(renewed).toHaveLength(1);
    await pass(75);
    expect(renewed).toHaveLength(2);
  });

  it("a call that is over is told nothing", async () => {
    const { stock, renewed, lend } = setUp();
    stock.refill();
    await pass(0);
    const loan = lend();
    loan.end();
    await pass(500);
    expect(renewed).toEqual([]);
  });

  it("a call that found nothing is told as soon as there is something", async () => {
    const { renewed, lend } = setUp();
    expect(lend().servers).toEqual([]);
    await pass(0);
    expect(renewed).toEqual(["grant1"]);
  });

  it("asks again until the server answers", async () => {
    const { stock, server, renewed, lend } = setUp(100);
    stock.refill();
    await pass(0);
    lend();
    server.away = true;
    await pass(80);
    expect(renewed).toEqual([]);
    server.away = false;
    await pass(6);
    expect(renewed).toHaveLength(1);
  });

  it("what never expires is not asked for again", async () => {
    const { stock, server, lend } = setUp(null);
    stock.refill();
    await pass(0);
    lend();
    await pass(100_000);
    expect(server.asked).toBe(2);
  });

  it("after a log-out nothing is left of the person before, not even an answer on its way", async () => {
    const { stock, server, lend } = setUp();
    stock.refill();
    stock.clear();
    await pass(500);
    expect(server.asked).toBe(1);
    expect(lend().servers).toEqual([]);
  });
});
