import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { type ClientEventName, clientEvents } from "@sightline/protocol";
import { Manager } from "socket.io-client";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { answer, candidate, inviteTo, offer } from "../testing/samples";
import { createTestServer, type Person, type TestServer } from "../testing/testServer";
import type { TestSocket } from "../testing/testSocket";

let server: TestServer;
let ann: Person;
let ben: Person;
let caller: TestSocket;
let callee: TestSocket;

beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  [ann, ben] = await server.contacts();
  [caller, callee] = [await ann.connect(), await ben.connect()];
});

const events = Object.keys(clientEvents) as ClientEventName[];
/** All but what a device says of itself alone. */
const aboutCalls = events.filter((event) => event !== "presence:idle");

const notFound = Object.fromEntries(events.map((event) => [event, "call.notFound"])) as Record<ClientEventName, string>;

/** A payload that is right in form. */
function payloadOf(event: ClientEventName, callId: string): object {
  if (event === "call:invite") return inviteTo(ben.id, callId);
  if (event === "signal:description") return { callId, description: answer };
  if (event === "signal:candidates") return { callId, candidates: [candidate] };
  if (event === "signal:ping") return {};
  if (event.startsWith("room:")) return { roomId: callId.replaceAll("-", "").slice(0, 22) };
  return { callId };
}

/** A whole call on the sockets of Ann and Ben: proof that the server lives, and a fence behind which nothing is under way. */
async function callWorks(): Promise<void> {
  const callId = randomUUID();
  valueOf(await caller.request("call:invite", inviteTo(ben.id, callId)));
  await callee.next("call:incoming");
  valueOf(await callee.request("call:accept", { callId }));
  await caller.next("call:accepted");
  valueOf(await caller.request("call:hangUp", { callId }));
  await callee.next("call:ended");
  expect(caller.takeCallEvents()).toEqual(["call:accepted"]);
  expect(callee.takeCallEvents()).toEqual(["call:incoming", "call:ended"]);
}

async function startCall(): Promise<string> {
  const callId = randomUUID();
  valueOf(await caller.request("call:invite", inviteTo(ben.id, callId)));
  await callee.next("call:incoming");
  valueOf(await callee.request("call:accept", { callId }));
  await caller.next("call:accepted");
  caller.takeCallEvents();
  callee.takeCallEvents();
  return callId;
}

/** Writes raw Engine.IO messages on a connection that has not said who it is; resolves when the server has closed it. */
function closedAfter(messages: readonly string[]): Promise<void> {
  const manager = new Manager(server.url, { transports: ["websocket"], reconnection: false });
  return new Promise((resolve, reject) => {
    manager.on("error", reject);
    manager.on("close", () => resolve());
    manager.on("open", () => {
      for (const message of messages) manager.engine.write(message);
    });
  });
}

describe("abuse of every socket event", () => {
  it.each(events)("R9 %s before login closes the connection, nothing is delivered", async (event) => {
    await closedAfter([`20["${event}",${JSON.stringify(payloadOf(event, randomUUID()))}]`]);
    await callWorks();
  });

  it.each(events)("R18 %s malformed is refused", async (event) => {
    const good = payloadOf(event, randomUUID());
    const bad: unknown[] = [
      undefined,
      null,
      0,
      "text",
      true,
      [],
      {},
      [good],
      { ...good, callId: "no uuid" },
      { ...good, callId: 7 },
      JSON.parse(`{"__proto__":{"callId":"${randomUUID()}"}}`),
      { ...good, constructor: 1 },
      { ...good, nested: JSON.parse(`${"[".repeat(1_000)}${"]".repeat(1_000)}`) },
      { ...good, binary: Buffer.from("x") },
    ];
    for (const payload of bad.filter((each) => !isDeepStrictEqual(each, good)))
      expect(codeOf(await caller.send(event, payload))).toBe("input.invalid");
    expect(codeOf(await caller.send(event))).toBe("input.invalid");
    expect(codeOf(await caller.send(event, good, good))).toBe("input.invalid");
    caller.raw.emit(event, good);
    await callWorks();
  });

  it.each(events)("R15 %s of 1 MB closes the connection, nothing is delivered", async (event) => {
    const heavy = await ann.connect();
    heavy.raw.emit(event, { ...payloadOf(event, randomUUID()), filler: "x".repeat(1_000_000) }, () => undefined);
    await heavy.disconnected();
    await callWorks();
  });

  it.each(aboutCalls)("R10 %s for a call of others is refused, nothing is delivered", async (event) => {
    const eve = await server.person();
    await server.befriend(eve, ann);
    await server.befriend(eve, ben);
    const stranger = await eve.connect();
    const callId = await startCall();
    const payload = { ...payloadOf(event, callId), from: ann.id, to: ben.id, userId: ann.id, deviceId: caller.device };
    // What is about rooms takes no word beside the room's.
    const strict = { "room:enter": "input.invalid", "room:leave": "input.invalid", "signal:ping": "input.invalid" };
    const refusals = { "call:invite": "call.wrongState", ...strict };
    expect(codeOf(await stranger.send(event, payload))).toBe({ ...notFound, ...refusals }[event]);
    // The two can still talk, and that is all they hear.
    valueOf(await caller.request("signal:candidates", { callId, candidates: [candidate] }));
    await callee.next("signal:candidates");
    expect(callee.takeCallEvents()).toEqual(["signal:candidates"]);
    expect(caller.takeCallEvents()).toEqual([]);
    valueOf(await caller.request("call:hangUp", { callId }));
    await callee.next("call:ended");
  });

  it.each(aboutCalls)("%s for a call that never was is refused", async (event) => {
    const payload = event === "call:invite" ? inviteTo(randomUUID()) : payloadOf(event, randomUUID());
    // Leaving where one is not changes nothing, which is no fault; nor is asking whether anybody is there.
    const changesNothing = { "room:leave": "ok", "signal:ping": "ok" };
    const refusals = { "call:invite": "call.unreachable", "room:enter": "room.notFound", ...changesNothing };
    expect(codeOf(await caller.send(event, payload))).toBe({ ...notFound, ...refusals }[event]);
    await callWorks();
  });

  it("an unknown event is refused", async () => {
    for (const event of ["call:steal", "__proto__", "constructor", "toString", ""]) {
      expect(codeOf(await caller.send(event, {}))).toBe("input.invalid");
    }
    await callWorks();
  });
});

describe("everything twice", () => {
  it("F16 the second of each is refused, nothing more is delivered; an acceptance said again stands while its call does", async () => {
    const callId = randomUUID();
    const invite = inviteTo(ben.id, callId);
    const twice = async (socket: TestSocket, event: ClientEventName, payload: object) =>
      [codeOf(await socket.send(event, payload)), codeOf(await socket.send(event, payload))].join(", ");
    expect(await twice(caller, "call:invite", invite)).toBe("ok, call.wrongState");
    expect(codeOf(await caller.send("call:invite", inviteTo(ben.id)))).toBe("call.selfBusy");
    // Said again by the device it counts for, whose first answer may be lost with a server (F1).
    expect(await twice(callee, "call:accept", { callId })).toBe("ok, ok");
    expect(await twice(callee, "call:hangUp", { callId })).toBe("ok, call.wrongState");
    expect(codeOf(await callee.send("call:accept", { callId }))).toBe("call.wrongState");
    await caller.next("call:ended");
    expect(caller.takeCallEvents()).toEqual(["call:accepted", "call:ended"]);
    expect(callee.takeCallEvents()).toEqual(["call:incoming"]);

    const next = randomUUID();
    valueOf(await caller.request("call:invite", inviteTo(ben.id, next)));
    expect(await twice(callee, "call:decline", { callId: next })).toBe("ok, call.wrongState");
    await caller.next("call:ended");
    const last = randomUUID();
    valueOf(await caller.request("call:invite", inviteTo(ben.id, last)));
    expect(await twice(caller, "call:cancel", { callId: last })).toBe("ok, call.wrongState");
    await callee.next("call:ended");
    expect(caller.takeCallEvents()).toEqual(["call:ended"]);
    expect(callee.takeCallEvents()).toEqual(["call:incoming", "call:incoming", "call:ended"]);
    expect(codeOf(await caller.send("signal:description", { callId: last, description: offer }))).toBe(
      "call.wrongState",
    );
    await callWorks();
  });
});

describe("R10 R13 who sends is known from the session", () => {
  it("an invite with a forged sender shows the name of the account", async () => {
    const forged = {
      ...inviteTo(ben.id),
      from: { id: ben.id, name: "Your Bank", username: "bank" },
      name: "Your Bank",
    };
    valueOf(await caller.send("call:invite", forged));
    const { from } = await callee.next("call:incoming");
    expect(from).toEqual({ id: ann.id, name: ann.me.name, username: ann.me.username });
  });

  it("a relayed signal carries nothing but the contract's fields", async () => {
    const callId = await startCall();
    valueOf(await caller.send("signal:description", { callId, description: offer, from: ben.id, evil: 1 }));
    expect(await callee.next("signal:description")).toEqual({ callId, description: offer });
  });

  it("before the answer the callee's side sends nothing, and only the calling device may", async () => {
    const callId = randomUUID();
    valueOf(await caller.request("call:invite", inviteTo(ben.id, callId)));
    const callersOther = await ann.connect();
    expect(codeOf(await callee.send("signal:description", { callId, description: answer }))).toBe("call.wrongState");
    expect(codeOf(await callee.send("signal:candidates", { callId, candidates: [candidate] }))).toBe("call.wrongState");
    expect(codeOf(await callersOther.send("signal:candidates", { callId, candidates: [candidate] }))).toBe(
      "call.notFound",
    );
    expect(codeOf(await callersOther.send("call:cancel", { callId }))).toBe("call.notFound");
    expect(codeOf(await caller.send("call:accept", { callId }))).toBe("call.wrongState");
    valueOf(await caller.request("call:cancel", { callId }));
    await callee.next("call:ended");
    expect(caller.callEvents()).toEqual([]);
    expect(callee.callEvents()).toEqual(["call:incoming", "call:ended"]);
  });
});
