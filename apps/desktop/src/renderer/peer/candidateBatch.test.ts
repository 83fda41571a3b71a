import type { Candidate } from "@sightline/protocol";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createCandidateBatch } from "./candidateBatch";

const candidate = (n: number): Candidate => ({ candidate: `candidate:${n}`, sdpMid: "0" });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function batches(count: number, open = true) {
  const sent: (readonly Candidate[])[] = [];
  const batch = createCandidateBatch((candidates) => sent.push(candidates));
  if (open) batch.open();
  for (let n = 0; n < count; n++) batch.add(candidate(n));
  return { batch, sent };
}

test("candidates found close together go in one message, after 20 to 50 ms", () => {
  const { batch, sent } = batches(3);
  vi.advanceTimersByTime(20);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(30);
  expect(sent).toEqual([[candidate(0), candidate(1), candidate(2)]]);
  batch.add(candidate(3));
  vi.advanceTimersByTime(50);
  expect(sent[1]).toEqual([candidate(3)]);
});

test("no message is larger than the protocol takes, none is lost, order is kept", () => {
  const { sent } = batches(70);
  vi.runAllTimers();
  expect(sent.map(({ length }) => length)).toEqual([32, 32, 6]);
  expect(sent.flat()).toEqual(Array.from({ length: 70 }, (_, n) => candidate(n)));
});

test("none goes ahead of the description it belongs to", () => {
  const { batch, sent } = batches(40, false);
  vi.runAllTimers();
  expect(sent).toEqual([]);
  batch.open();
  expect(sent).toEqual([]);
  vi.runAllTimers();
  expect(sent.flat()).toHaveLength(40);
});

test("stopped, it sends nothing any more", () => {
  const { batch, sent } = batches(3);
  batch.stop();
  batch.add(candidate(9));
  vi.runAllTimers();
  expect(sent).toEqual([]);
});
