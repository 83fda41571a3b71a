import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { inLanes } from "../testing/lanes";
import { candidate, inviteTo } from "../testing/samples";
import { createTestServer, type Person, type TestServer } from "../testing/testServer";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

async function ring() {
  const [ann, ben] = await server.contacts();
  const [caller, callee] = [await ann.connect(), await ben.connect()];
  const callId = randomUUID();
  valueOf(await caller.request("call:invite", inviteTo(ben.id, callId)));
  await callee.next("call:incoming");
  /** The device of a person comes back by another socket, as after a break. */
  const back = (person: Person) => person.connect({ device: (person === ann ? caller : callee).device });
  return { ann, ben, caller, callee, callId, back };
}

async function talk() {
  const call = await ring();
  valueOf(await call.callee.request("call:accept", { callId: call.callId }));
  await call.caller.next("call:accepted");
  return call;
}

describe("a device that was away takes its call up again", () => {
  it("a ring goes on", async () => {
    const { ann, ben, callId, back } = await ring();
    for (const person of [ann, ben]) {
      expect(valueOf(await (await back(person)).request("call:resume", { callId }))).toEqual({ state: "ringing" });
    }
  });

  it("the caller learns of the answer that came meanwhile", async () => {
    const { ann, caller, callee, callId, back } = await ring();
    caller.close();
    await caller.disconnected();
    valueOf(await callee.request("call:accept", { callId }));
    const again = await back(ann);
    expect(valueOf(await again.request("call:resume", { callId }))).toEqual({ state: "active" });
    valueOf(await again.request("signal:candidates", { callId, candidates: [candidate] }));
    await callee.next("signal:candidates");
  });

  it("F1 the caller learns that the device that answered needs another connection", async () => {
    const { ann, caller, callee, callId, back } = await ring();
    valueOf(await callee.request("call:warm", { callId }));
    caller.close();
    await caller.disconnected();
    valueOf(await callee.request("call:accept", { callId, anew: true }));
    const again = await back(ann);
    expect(valueOf(await again.request("call:resume", { callId }))).toEqual({ state: "active", anew: true });
  });

  it("either side learns of the end that came meanwhile, and why", async () => {
    for (const who of ["caller", "callee"] as const) {
      const call = await talk();
      call[who].close();
      await call[who].disconnected();
      const other = who === "caller" ? call.callee : call.caller;
      valueOf(await other.request("call:hangUp", { callId: call.callId, reason: "lost" }));
      const again = await call.back(who === "caller" ? call.ann : call.ben);
      const standing = valueOf(await again.request("call:resume", { callId: call.callId }));
      expect(standing).toEqual({ state: "ended", reason: "lost" });
    }
  });

  it("a device learns that another one of its person has answered", async () => {
    const { ben, callee, callId } = await ring();
    const second = await ben.connect();
    await second.next("call:incoming");
    callee.close();
    await callee.disconnected();
    valueOf(await second.request("call:accept", { callId }));
    const again = await ben.connect({ device: callee.device });
    expect(valueOf(await again.request("call:resume", { callId }))).toEqual({
      state: "ended",
      reason: "answeredElsewhere",
    });
  });

  it("a stranger, another device of the caller and a made-up call get one answer", async () => {
    const { ann, callId } = await talk();
    const eve = await (await server.person()).connect();
    expect(codeOf(await eve.request("call:resume", { callId }))).toBe("call.notFound");
    expect(codeOf(await (await ann.connect()).request("call:resume", { callId }))).toBe("call.notFound");
    expect(codeOf(await eve.request("call:resume", { callId: randomUUID() }))).toBe("call.notFound");
  });

  it("F1 a server that starts again knows the call, and carries its signals and its end", async () => {
    const { ann, ben, callId, back } = await talk();
    await server.restart();
    const [caller, callee] = await Promise.all([back(ann), back(ben)]);
    for (const socket of [caller, callee]) {
      expect(valueOf(await socket.request("call:resume", { callId }))).toEqual({ state: "active" });
    }
    valueOf(await callee.request("signal:candidates", { callId, candidates: [candidate] }));
    await caller.next("signal:candidates");
    valueOf(await caller.request("call:hangUp", { callId }));
    expect(await callee.next("call:ended")).toEqual({ callId, reason: "hungUp" });
  });

  it("one hangs up as the other comes back: the one who comes back hears of it, either way, 50 rounds", async () => {
    await inLanes(5, 50, async () => {
      const [ann, ben] = await server.contacts();
      const [caller, first] = [await ann.connect(), await ben.connect()];
      let callee = first;
      return async () => {
        const callId = randomUUID();
        valueOf(await caller.request("call:invite", inviteTo(ben.id, callId)));
        await callee.next("call:incoming");
        valueOf(await callee.request("call:accept", { callId }));
        const device = callee.device;
        callee.close();
        const [, back] = await Promise.all([caller.request("call:hangUp", { callId }), ben.connect({ device })]);
        callee = back;
        const standing = valueOf(await callee.request("call:resume", { callId }));
        if (standing.state === "active") expect(await callee.next("call:ended")).toMatchObject({ callId });
        else expect(standing).toEqual({ state: "ended", reason: "hungUp" });
        caller.takeCallEvents();
        callee.takeCallEvents();
      };
    });
  });
});
