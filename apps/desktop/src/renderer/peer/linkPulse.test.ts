import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { firstPulse, LOOK_MS, nextPulse, type Received, receivedIn, watchPulse } from "./linkPulse";

const received = (bytes: number, more: Partial<Received> = {}): Received => ({ bytes, checks: 0, pair: "P", ...more });

/** What is made of looks at the counters, all of them as long after one another. */
const after = (looks: readonly (Received | null)[], elapsedMs = LOOK_MS) =>
  looks.reduce((pulse, look) => nextPulse(pulse, look, elapsedMs), firstPulse);

const still = (count: number) => Array.from({ length: count + 1 }, () => received(10));

describe("F9 silence", () => {
  test("for 1.2 s is a dead line, and less is none", () => {
    expect(after(still(5)).silent).toBe(false);
    expect(after(still(6)).silent).toBe(true);
  });

  test.each([
    ["bytes", received(11)],
    ["an answer to a check of the same path", received(10, { checks: 1 })],
  ])("is over with %s", (_what, sign) => {
    expect(after([...still(6), sign])).toMatchObject({ silent: false, silentMs: 0 });
  });

  test("another path that was chosen and has carried nothing is no sign of life", () => {
    expect(after([...still(6), received(10, { pair: "Q", checks: 90 })]).silent).toBe(true);
  });

  test("a pause of our own machine is none of the line", () => {
    expect(after([received(10), received(10)], 60_000)).toMatchObject({ silent: false, silentMs: 2 * LOOK_MS });
  });

  test("a browser that does not count says nothing", () => {
    expect(after([null, null, null, null, null, null, null]).silent).toBe(false);
  });
});

test("what has come in is read from the transport, or else from the pair in use", () => {
  const pair = { type: "candidate-pair", id: "P", nominated: true, state: "succeeded", bytesReceived: 7 };
  const read = (...all: { id: string }[]) => receivedIn(new Map(all.map((row) => [row.id, row])));
  const transport = { type: "transport", id: "T", selectedCandidatePairId: "P", bytesReceived: 9 };
  expect(read({ ...pair, id: "O" }, { ...pair, responsesReceived: 3 } as typeof pair, transport)).toEqual({
    bytes: 9,
    checks: 3,
    pair: "P",
  });
  expect(read(pair)).toEqual({ bytes: 7, checks: 0, pair: "P" });
  expect(read({ id: "X" })).toBeNull();
});

describe("watching", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function watched() {
    const line = { bytes: 0, alive: true };
    const told: string[] = [];
    const report = async () => {
      if (line.alive) line.bytes += 100;
      return new Map([["T", { type: "transport", id: "T", bytesReceived: line.bytes }]]);
    };
    const ping = vi.fn();
    const watch = watchPulse({ report, ping, tell: (fact) => told.push(fact), now: () => Date.now() });
    return { line, told, ping, watch };
  }

  test("F9 tells silence within 1.6 s, having asked for a sign before, and once when something comes again", async () => {
    const { line, told, ping } = watched();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ping).not.toHaveBeenCalled();
    line.alive = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ping).toHaveBeenCalled();
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(600);
    expect(told).toEqual(["silent"]);
    line.alive = true;
    await vi.advanceTimersByTimeAsync(LOOK_MS);
    expect(told).toEqual(["silent", "back"]);
  });

  test("a line on which only our pings are answered is alive", async () => {
    const { line, told, ping } = watched();
    await vi.advanceTimersByTimeAsync(1_000);
    line.alive = false;
    ping.mockImplementation(() => {
      line.bytes += 1;
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([]);
  });

  test("stopped, it looks no longer", async () => {
    const { line, told, watch } = watched();
    await vi.advanceTimersByTimeAsync(1_000);
    watch.stop();
    line.alive = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told).toEqual([]);
  });
});
