import { type ClientEventName, clientEvents, errorCode, ok, type Result } from "@sightline/protocol";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { bindEvents, type BindPorts, type EventHandlers } from "./bindEvents";
import type { SignalSocket } from "./signalSocket";

type Acknowledge = (result: Result<unknown>) => void;
type Heard = (event: unknown, ...args: unknown[]) => void;

/** As much of a socket as the binding touches. */
function bound(handle: (event: string, payload: unknown) => Promise<Result<never>>, ports: Partial<BindPorts> = {}) {
  let hear: Heard = () => undefined;
  const disconnect = vi.fn();
  const request = { socket: { destroy: vi.fn() } };
  const socket = {
    data: { user: { id: "u", guestOf: null } },
    onAny: (heard: Heard) => (hear = heard),
    disconnect,
    request,
  };
  const names = Object.keys(clientEvents) as ClientEventName[];
  const handlers = Object.fromEntries(
    names.map((name) => [name, (_socket: unknown, payload: unknown) => handle(name, payload)]),
  ) as unknown as EventHandlers;
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const security = { record: vi.fn() };
  const limits = {
    take: async () => null,
    block: async () => undefined,
    tryLogIn: async () => null,
    logInUnjudged: vi.fn(),
    logInSucceeded: vi.fn(),
  };
  bindEvents(socket as unknown as SignalSocket, handlers, {
    limits,
    log,
    security,
    isTemporary: () => false,
    ...ports,
  });
  const send = (event: unknown, payload: unknown) =>
    new Promise<Result<unknown>>((resolve) => hear(event, payload, resolve satisfies Acknowledge));
  return { send, hear: (...args: [unknown, ...unknown[]]) => hear(...args), disconnect, log, security };
}

const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, maxDepth: 5 });
const anyEvent = fc.oneof(
  fc.constantFrom(...Object.keys(clientEvents)),
  fc.string(),
  fc.constantFrom("__proto__", "constructor"),
);

describe("R18 the way from an event to its handler", () => {
  it("every payload is answered with a result, and a handler sees only what fits its schema", async () => {
    const seen: [string, unknown][] = [];
    const { send } = bound(async (event, payload) => {
      seen.push([event, payload]);
      return ok({} as never);
    });
    await fc.assert(
      fc.asyncProperty(anyEvent, anything, async (event, payload) => {
        const result = await send(event, payload);
        if (!result.ok) expect(errorCode.options).toContain(result.error.code);
      }),
      { numRuns: 500 },
    );
    for (const [event, payload] of seen) {
      expect(clientEvents[event as ClientEventName].payload.parse(payload)).toEqual(payload);
    }
  });

  it("unknown keys do not reach the handler", async () => {
    const callId = "7c8a241b-96bf-48c2-aa85-b4bf9f805353";
    const seen: unknown[] = [];
    const { send } = bound(async (_event, payload) => {
      seen.push(payload);
      return ok({} as never);
    });
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.stringMatching(/^x\w+$/), fc.jsonValue({ maxDepth: 2 })), async (extra) => {
        await send("call:accept", { ...extra, callId });
        expect(seen.at(-1)).toEqual({ callId });
      }),
    );
  });

  it("any arguments at all, with or without an acknowledgement, throw nothing", () => {
    const { hear } = bound(async () => ok({} as never));
    fc.assert(fc.property(anyEvent, fc.array(anything), (event, args) => hear(event, ...args)));
  });

  it("a handler that throws is answered with server.internal and the fault stays inside", async () => {
    const { send, log } = bound(() => Promise.reject(new Error("inner words")));
    const result = await send("call:accept", { callId: "7c8a241b-96bf-48c2-aa85-b4bf9f805353" });
    expect(result).toEqual({ ok: false, error: { code: "server.internal" } });
    expect(log.error).toHaveBeenCalledOnce();
  });
});

describe("R17 one socket's queue", () => {
  const accept = { callId: "7c8a241b-96bf-48c2-aa85-b4bf9f805353" };

  it("handles events in the order they came", async () => {
    const order: string[] = [];
    const { send } = bound(async (event) => {
      order.push(`${event} begins`);
      await Promise.resolve();
      order.push(`${event} ends`);
      return ok({} as never);
    });
    await Promise.all([send("call:accept", accept), send("call:cancel", accept)]);
    expect(order).toEqual(["call:accept begins", "call:accept ends", "call:cancel begins", "call:cancel ends"]);
  });

  it("is bounded: beyond it events are refused, and a socket that goes on is closed", async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { send, disconnect } = bound(async () => {
      await gate;
      return ok({} as never);
    });
    const pending = Array.from({ length: 64 }, () => send("call:accept", accept));
    expect(await send("call:accept", accept)).toMatchObject({ error: { code: "rate.limited" } });
    expect(disconnect).not.toHaveBeenCalled();
    for (let more = 0; more < 100; more++) await send("call:accept", accept);
    await vi.waitFor(() => expect(disconnect).toHaveBeenCalledOnce());
    release();
    expect((await Promise.all(pending)).every((result) => result.ok)).toBe(true);
  });
});
