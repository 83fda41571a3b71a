import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { CallSession } from "../domain/calls/callSession";
import type { User } from "../domain/users/user";
import { offer } from "../testing/samples";
import { type RingPorts, ringIfRinging } from "./ringOnArrival";
import type { SignalSocket } from "./signalSocket";

const ben = { id: randomUUID(), username: "ben", name: "Ben" } as unknown as User;
const ann = { userId: randomUUID(), deviceId: randomUUID() };
const anns = { id: ann.userId, username: "ann", name: "Ann" } as unknown as User;

const ringing = {
  id: randomUUID(),
  caller: ann,
  calleeId: ben.id,
  calleeDevice: null,
  warmDevice: null,
  kind: "audio",
  state: "ringing",
  reason: null,
} as unknown as CallSession;

/** What a device of Ben hears that connects while a call rings which stands like `meanwhile` once it was read. */
async function heardBy(meanwhile: CallSession): Promise<readonly unknown[]> {
  const heard: unknown[] = [];
  const party = { userId: ben.id, deviceId: randomUUID() };
  const emit = (event: string, payload: object) =>
    heard.push([event, ...("reason" in payload ? [payload.reason] : [])]);
  const socket = { connected: true, data: { user: ben, party }, emit } as unknown as SignalSocket;
  const ports: RingPorts = {
    desk: { ringingFor: async () => ({ session: ringing, offer, candidates: [], ringSeconds: 30 }) },
    users: { findAll: async () => new Map([[anns.id, anns]]) },
    resuming: { calls: { find: async () => meanwhile }, routes: { open: () => undefined } },
  };
  await ringIfRinging(socket, ports);
  return heard;
}

describe("a device that connects while it rings", () => {
  it("rings", async () => {
    expect(await heardBy(ringing)).toEqual([["call:incoming"]]);
  });

  it.each<[string, CallSession, string]>([
    ["is cancelled", { ...ringing, state: "ended", reason: "cancelled" }, "cancelled"],
    ["is answered elsewhere", { ...ringing, state: "active", calleeDevice: randomUUID() }, "answeredElsewhere"],
  ])(
    "falls silent again where the call %s in that moment: the word of the end may have come first",
    async (_, meanwhile, reason) => {
      expect(await heardBy(meanwhile)).toEqual([["call:incoming"], ["call:ended", reason]]);
    },
  );
});
