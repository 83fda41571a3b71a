import { soak } from "../fixtures/callSoak";
import type { LivingObjects } from "../fixtures/livingObjects";
import { expect, test } from "../fixtures/test";

/** Rows of the history and kept messages grow with each call, a forgotten connection by much more. */
const HEAP_PER_CALL = 60_000;
const LISTENERS_PER_CALL = 2;
const EVERY = 5;
/**
 * Once in fifty calls or so Chromium 156 itself keeps a closed connection: in heap snapshots nothing holds it but the news of its
 * state (`RTCPeerConnection::ChangePeerConnectionState`) whose event was not sent before it was closed. One that we forget is there
 * after every call.
 */
const KEPT_BY_BROWSER = 2;

function expectNothingLeft(before: LivingObjects, after: LivingObjects): void {
  expect(after.openConnections, "open connections").toBe(0);
  expect(after.connections, "connections").toBeLessThanOrEqual(KEPT_BY_BROWSER);
  expect(after.liveTracks, "running devices").toBe(0);
  expect(after.audioContexts, "audio contexts").toBeLessThanOrEqual(before.audioContexts);
  expect(after.listeners - before.listeners, "listeners").toBeLessThanOrEqual(LISTENERS_PER_CALL * EVERY);
  expect((after.heapBytes - before.heapBytes) / EVERY, "bytes per call").toBeLessThan(HEAP_PER_CALL);
}

test("F28: after call upon call no connection, device, listener or socket is left", async ({ server, pair }) => {
  test.setTimeout(180_000);
  const samples = await soak(server, await pair(), { calls: 3 * EVERY, every: EVERY });
  const [, before, after] = samples;
  if (!before || !after) throw new Error("nothing was measured");
  expectNothingLeft(before.caller, after.caller);
  expectNothingLeft(before.callee, after.callee);
  // The database's pool and the browsers' idle connections come and go; one that is forgotten per call is more.
  const opened = after.server.openFiles - before.server.openFiles;
  expect(opened, "the server's sockets and files").toBeLessThan(EVERY);
});
