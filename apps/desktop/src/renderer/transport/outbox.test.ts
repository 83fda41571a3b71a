import { ok, refused, type Result } from "@sightline/protocol";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createOutbox, type LastingEvent } from "./outbox";

const callId = "10000000-0000-4000-8000-00000000000a";
const other = "10000000-0000-4000-8000-00000000000b";
const away = refused("server.unavailable");

/** A server that can be away, and what has reached it. */
function rig() {
  const sent: string[] = [];
  const server = { online: true, answer: ok({}) as Result<unknown> };
  const ask = async (name: LastingEvent, payload: { callId: string }) => {
    if (!server.online) return away;
    sent.push(`${name}${payload.callId === callId ? "" : " other"}`);
    return server.answer;
  };
  const outbox = createOutbox({ ask, isOnline: () => server.online });
  const back = () => {
    server.online = true;
    outbox.online();
  };
  return { outbox, server, sent, back, settle: () => vi.advanceTimersByTimeAsync(0) };
}

const offer = { callId, description: { type: "offer" as const, sdp: "v=0" } };
const candidates = { callId, candidates: [{ candidate: "candidate:1" }] };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("online, all leaves at once and once", async () => {
  const { outbox, sent, settle, back } = rig();
  outbox.post({ name: "signal:description", payload: offer });
  outbox.post({ name: "signal:candidates", payload: candidates });
  expect(sent).toEqual(["signal:description", "signal:candidates"]);
  await settle();
  back();
  expect(sent).toHaveLength(2);
});

test("F1 what is said while the server is away waits for it, in order, however long that takes", async () => {
  const { outbox, server, sent, back, settle } = rig();
  const told = vi.fn();
  server.online = false;
  outbox.post({ name: "signal:description", payload: offer });
  outbox.post({ name: "signal:candidates", payload: candidates });
  outbox.post({ name: "call:hangUp", payload: { callId: other } }, told);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(sent).toEqual([]);
  back();
  expect(sent).toEqual(["signal:description", "signal:candidates", "call:hangUp other"]);
  await settle();
  expect(told).toHaveBeenCalledExactlyOnceWith(ok({}));
});

test("what was under way when the connection broke is sent again", async () => {
  const { outbox, server, sent, back, settle } = rig();
  server.answer = away;
  outbox.post({ name: "call:hangUp", payload: { callId } });
  server.online = false;
  await settle();
  server.answer = ok({});
  back();
  await settle();
  expect(sent).toEqual(["call:hangUp", "call:hangUp"]);
});

test("F18 a server that is there and cannot answer is asked again after a while, and a refusal is an answer", async () => {
  const { outbox, server, sent } = rig();
  server.answer = away;
  outbox.post({ name: "call:hangUp", payload: { callId } });
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent).toHaveLength(1);
  server.answer = refused("call.wrongState");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(2);
});

test("a later description takes the place of what waits of its call, and so does the call's end", async () => {
  const { outbox, server, sent, back } = rig();
  server.online = false;
  outbox.post({ name: "signal:description", payload: { ...offer, callId: other } });
  outbox.post({ name: "signal:description", payload: offer });
  outbox.post({ name: "signal:candidates", payload: candidates });
  outbox.post({ name: "signal:description", payload: offer });
  outbox.post({ name: "call:cancel", payload: { callId: other } });
  back();
  expect(sent).toEqual(["signal:description", "call:cancel other"]);
});

test("cleared, nothing leaves any more", async () => {
  const { outbox, server, sent, back } = rig();
  server.online = false;
  outbox.post({ name: "call:hangUp", payload: { callId } });
  outbox.clear();
  back();
  expect(sent).toEqual([]);
});

test("F1 a call that was accepted and hung up while the server was away is told both, in order", async () => {
  const { outbox, server, sent, back, settle } = rig();
  const told = vi.fn();
  server.online = false;
  outbox.post({ name: "call:accept", payload: { callId } }, told);
  outbox.post({ name: "signal:description", payload: offer });
  outbox.post({ name: "call:hangUp", payload: { callId } });
  back();
  expect(sent).toEqual(["call:accept", "call:hangUp"]);
  await settle();
  expect(told).toHaveBeenCalledExactlyOnceWith(ok({}));
});
