import { soak } from "../fixtures/callSoak";
import { expect, test } from "../fixtures/test";
import { recordSoak } from "./soakFigures";

const CALLS = Number(process.env.BENCH_CALLS ?? 200);
const EVERY = 20;

test("call upon call between the same two pages: what is left after them", async ({ server, pair }) => {
  const started = performance.now();
  const samples = await soak(server, await pair(), { calls: CALLS, every: EVERY });
  for (const { caller, callee } of samples) {
    expect([caller.connections, callee.connections], "connections left").toEqual([0, 0]);
    expect([caller.liveTracks, callee.liveTracks], "devices left running").toEqual([0, 0]);
  }
  recordSoak(samples, (performance.now() - started) / 1000);
});
