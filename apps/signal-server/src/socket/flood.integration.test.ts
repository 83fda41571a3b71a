import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { PROTOCOL_VERSION } from "@sightline/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { candidate, inviteTo } from "../testing/samples";
import { createTestServer, type Person, type TestServer } from "../testing/testServer";
import type { TestSocket } from "../testing/testSocket";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({
    config: { relaxedLimits: false },
    budgets: { signUp: { points: 100, duration: 60 } },
  });
});
afterAll(() => server.close());

interface FloodReport {
  readonly sent: number;
  readonly ok: number;
  readonly refused: number;
  readonly disconnects: number;
}

/** Starts some 3,000 events a second, by one of these people after the other; the answer stops them and reports. */
function flood(people: readonly Person[]): () => Promise<FloodReport> {
  const workerData = {
    url: server.url,
    auths: people.map(({ token }) => ({ protocol: PROTOCOL_VERSION, device: randomUUID(), token })),
    event: "signal:candidates",
    payload: { callId: randomUUID(), candidates: [candidate] },
    perTick: 30,
    tickMs: 10,
    joinEveryMs: 400,
  };
  const worker = new Worker(fileURLToPath(new URL("../testing/floodWorker.mjs", import.meta.url)), { workerData });
  return () =>
    new Promise((resolve, reject) => {
      worker.once("error", reject);
      worker.once("message", (report: FloodReport) => {
        void worker.terminate().then(() => resolve(report));
      });
      worker.postMessage("stop");
    });
}

/** Time from one device to the other in ms, 40 a second, well inside one user's budget. */
async function relayTimes(callId: string, from: TestSocket, to: TestSocket, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const begun = performance.now();
    from.raw.emit("signal:description", { callId, description: { type: "offer", sdp: "v=0" } }, () => undefined);
    await to.next("signal:description");
    times.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 25 - (performance.now() - begun))));
  }
  return times.toSorted((a, b) => a - b);
}

const p99 = (sorted: readonly number[]) => sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;

describe("R17 budgets", () => {
  it("a flood is held off, and a call beside it loses nothing and stays quick", { timeout: 120_000 }, async () => {
    const [ann, ben] = await server.contacts();
    const [caller, callee] = [await ann.connect(), await ben.connect()];
    const invite = inviteTo(ben.id);
    valueOf(await caller.request("call:invite", invite));
    valueOf(await callee.request("call:accept", { callId: invite.callId }));
    const quiet = p99(await relayTimes(invite.callId, caller, callee, 150));
    const measured: number[] = [];
    // 50 ms where the machine is ours; where others keep it busy, the same machine without the flood is the measure,
    // and the best of three floods counts, because a pause of the machine is no doing of the flood's.
    const bound = Math.max(50, 10 * quiet);
    while (measured.length < 3 && !measured.some((time) => time < bound)) {
      const people = await Promise.all(Array.from({ length: 10 }, () => server.person()));
      const stop = flood(people);
      measured.push(p99(await relayTimes(invite.callId, caller, callee, 150)));
      const report = await stop();
      expect(report.ok).toBe(0);
      expect(report.disconnects).toBeGreaterThanOrEqual(6);
      expect(report.sent).toBeGreaterThan(1_000);
    }
    expect(Math.min(...measured)).toBeLessThan(bound);
  });

  it("a user makes at most 10 call attempts a minute", async () => {
    const [ann, ben] = await server.contacts();
    const caller = await ann.connect();
    const codes: string[] = [];
    for (let tries = 0; tries < 12; tries++) codes.push(codeOf(await caller.request("call:invite", inviteTo(ben.id))));
    expect(codes.filter((code) => code === "call.unreachable")).toHaveLength(10);
    expect(codes.slice(10)).toEqual(["rate.limited", "rate.limited"]);
  });

  it("a call carries at most 200 candidates of each side, also while it rings", async () => {
    const [ann, ben] = await server.contacts();
    const [caller, callee] = [await ann.connect(), await ben.connect()];
    const { callId } = inviteTo(ben.id);
    valueOf(await caller.request("call:invite", inviteTo(ben.id, callId)));
    const batch = { callId, candidates: Array.from({ length: 25 }, () => candidate) };
    const codes: string[] = [];
    for (let tries = 0; tries < 9; tries++) codes.push(codeOf(await caller.request("signal:candidates", batch)));
    expect(codes).toEqual([...Array.from({ length: 8 }, () => "ok"), "rate.limited"]);
    valueOf(await callee.request("call:decline", { callId }));
    await caller.next("call:ended");
    expect(callee.callEvents().filter((event) => event === "signal:candidates")).toHaveLength(8);
  });
});
