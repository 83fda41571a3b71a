import { soak } from "../fixtures/callSoak";
import { expect, test } from "../fixtures/test";
import { recordSoak } from "./soakFigures";

const CALLS = Number(process.env.BENCH_CALLS ?? 200);
const EVERY = 20;

test("call upon call between the same two pages: what is left after them", async ({ server, pair }) => {
  const started = performance.now();
  const samples = await soak(server, await pair(), { calls: CALLS, every: EVERY });
  recordSoak(samples, (performance.now() - started) / 1000);
  for (const { calls, caller, callee } of samples) {
    expect([caller.openConnections, callee.openConnections], "connections left open").toEqual([0, 0]);
    const kept = Math.max(caller.connections, callee.connections);
    expect(kept, "closed connections, of which Chromium keeps some (soak.web.spec.ts)").toBeLessThanOrEqual(
      calls / EVERY,
    );
    expect([caller.liveTracks, callee.liveTracks], "devices left running").toEqual([0, 0]);
  }
});
