import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { inLanes } from "../testing/lanes";
import { answer, candidate, inviteTo, offer } from "../testing/samples";
import { createTestServer, type TestServer } from "../testing/testServer";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

/** Rings on two devices of the callee; the caller lets one of them connect meanwhile. */
async function rungOnTwo() {
  const [ann, ben] = await server.contacts();
  const [caller, one, two] = await Promise.all([ann.connect(), ben.connect(), ben.connect()]);
  const callId = randomUUID();
  valueOf(await caller.request("call:invite", { ...inviteTo(ben.id, callId), warm: true }));
  const rung = await Promise.all([one.next("call:incoming"), two.next("call:incoming")]);
  return { caller, one, two, callId, rung };
}

describe("connecting while it rings", () => {
  it("is offered by the caller alone", async () => {
    const { rung } = await rungOnTwo();
    expect(rung).toMatchObject([{ warm: true }, { warm: true }]);
    const [ann, ben] = await server.contacts();
    const [caller, callee] = await Promise.all([ann.connect(), ben.connect()]);
    valueOf(await caller.request("call:invite", inviteTo(ben.id)));
    expect(await callee.next("call:incoming")).not.toHaveProperty("warm");
  });

  it("one device's signals reach the caller; before it said so, and of the others, none do", async () => {
    const { caller, one, two, callId } = await rungOnTwo();
    const send = (device: typeof one) => device.request("signal:description", { callId, description: answer });
    expect(codeOf(await send(one))).toBe("call.wrongState");
    valueOf(await one.request("call:warm", { callId }));
    expect(codeOf(await two.request("call:warm", { callId }))).toBe("call.wrongState");
    expect(codeOf(await send(two))).toBe("call.wrongState");
    valueOf(await send(one));
    valueOf(await one.request("signal:candidates", { callId, candidates: [candidate] }));
    expect(await caller.next("signal:description")).toEqual({ callId, description: answer });
    expect(await caller.next("signal:candidates")).toEqual({ callId, candidates: [candidate] });
    expect(caller.callEvents()).toEqual(["signal:description", "signal:candidates"]);
  });

  it("F23 goes on when the device's connection to the server was replaced", async () => {
    const [ann, ben] = await server.contacts();
    const caller = await ann.connect();
    const device = randomUUID();
    const first = await ben.connect({ device });
    const callId = randomUUID();
    valueOf(await caller.request("call:invite", { ...inviteTo(ben.id, callId), warm: true }));
    await first.next("call:incoming");
    valueOf(await first.request("call:warm", { callId }));
    const second = await ben.connect({ device });
    valueOf(await second.request("signal:description", { callId, description: answer }));
    expect(await caller.next("signal:description")).toEqual({ callId, description: answer });
  });

  it("R3 is for the callee's devices alone, while it rings", async () => {
    const { caller, one, two, callId } = await rungOnTwo();
    const [eve] = await server.contacts();
    expect(codeOf(await (await eve.connect()).request("call:warm", { callId }))).toBe("call.notFound");
    expect(codeOf(await caller.request("call:warm", { callId }))).toBe("call.wrongState");
    valueOf(await one.request("call:accept", { callId }));
    for (const device of [one, two])
      expect(codeOf(await device.request("call:warm", { callId }))).toBe("call.wrongState");
  });

  it("the one that accepts is the one that talks: the caller is told to connect anew, the other is cut off", async () => {
    const { caller, one, two, callId } = await rungOnTwo();
    valueOf(await one.request("call:warm", { callId }));
    valueOf(await two.request("call:accept", { callId }));
    expect(await caller.next("call:accepted")).toEqual({ callId, anew: true });
    expect(codeOf(await one.request("signal:candidates", { callId, candidates: [candidate] }))).toBe("call.wrongState");
    valueOf(await caller.request("signal:description", { callId, description: offer, attempt: 1 }));
    expect(await two.next("signal:description")).toEqual({ callId, description: offer, attempt: 1 });
    expect(one.callEvents()).toEqual(["call:incoming", "call:ended"]);
  });

  it("a device may ask for another connection as it accepts", async () => {
    const { caller, one, callId } = await rungOnTwo();
    valueOf(await one.request("call:warm", { callId }));
    valueOf(await one.request("call:accept", { callId, anew: true }));
    expect(await caller.next("call:accepted")).toEqual({ callId, anew: true });
  });

  it("nothing of it outlives the call", async () => {
    const { caller, one, callId } = await rungOnTwo();
    valueOf(await one.request("call:warm", { callId }));
    valueOf(await caller.request("call:cancel", { callId }));
    for (const device of [caller, one])
      expect(codeOf(await device.request("signal:candidates", { callId, candidates: [candidate] }))).toBe(
        "call.wrongState",
      );
  });

  it("F3 one connects while the other accepts: signals of one device reach the caller, 60 rounds", async () => {
    await inLanes(6, 60, async () => {
      const [ann, ben] = await server.contacts();
      const [caller, one, two] = await Promise.all([ann.connect(), ben.connect(), ben.connect()]);
      return async () => {
        const callId = randomUUID();
        valueOf(await caller.request("call:invite", { ...inviteTo(ben.id, callId), warm: true }));
        await Promise.all([one.next("call:incoming"), two.next("call:incoming")]);
        const [warmed] = await Promise.all([
          one.request("call:warm", { callId }),
          two.request("call:accept", { callId }).then(valueOf),
        ]);
        const { anew } = await caller.next("call:accepted");
        expect(anew ?? false).toBe(warmed.ok);
        await one.request("signal:description", { callId, description: answer });
        valueOf(await two.request("signal:candidates", { callId, candidates: [candidate] }));
        await caller.next("signal:candidates");
        valueOf(await caller.request("call:hangUp", { callId }));
        await two.next("call:ended");
        expect(caller.takeCallEvents()).toEqual(["call:accepted", "signal:candidates"]);
        one.takeCallEvents();
        two.takeCallEvents();
      };
    });
  }, 60_000);
});
