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
  server = await createTestServer({ config: { relaxedLimits: false } });
});
afterAll(() => server.close());

interface FloodReport {
  readonly sent: number;
  readonly ok: number;
  readonly refused: number;
  readonly disconnects: number;
}

/** Starts some 4,000 events a second; the answer stops them and reports. */
function flood(person: Person): () => Promise<FloodReport> {
  const workerData = {
    url: server.url,
    auth: { protocol: PROTOCOL_VERSION, device: randomUUID(), token: person.token },
    event: "signal:candidates",
    payload: { callId: randomUUID(), candidates: [candidate] },
    perTick: 40,
    tickMs: 10,
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

const p99 = (sorted: readonly number[]) => sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;

describe("R17 budgets", () => {
  it("a flood is held off, and a call beside it loses nothing and stays quick", { timeout: 60_000 }, async () => {
    const [[ann, ben], flooder] = [await server.contacts(), await server.person()];
    const [caller, callee] = [await ann.connect(), await ben.connect()];
    const { callId } = inviteTo(ben.id);
    valueOf(await caller.request("call:invite", inviteTo(ben.id, callId)));
    valueOf(await callee.request("call:accept", { callId }));
    const quiet = await relayTimes(callId, caller, callee, 100);
    const stop = flood(flooder);
    const flooded = await relayTimes(callId, caller, callee, 100);
    const report = await stop();
    expect(report.sent).toBeGreaterThan(1_000);
    expect(report.ok).toBe(0);
    expect(report.disconnects).toBeGreaterThan(0);
    expect(flooded).toHaveLength(100);
    // 50 ms on a machine of one's own; a busy one is measured against itself.
    expect(p99(flooded)).toBeLessThan(Math.max(50, 4 * p99(quiet)));
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
