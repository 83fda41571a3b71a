import { refused } from "@sightline/protocol";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CallEvent } from "../call/callEvents";
import { mine, type Situation, stateIn } from "../call/callSamples";
import type { NetworkNews } from "../platform/network";
import { createRecovery } from "./recovery";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function recoveringIn(situation: Situation, socketWorks = true) {
  const rig = { tell: (_news: NetworkNews) => {}, renewed: 0, asked: 0, told: [] as CallEvent[] };
  const recovery = createRecovery({
    platform: { onNetworkNews: (tell) => Object.assign(rig, { tell }) },
    link: {
      send: async () => {
        rig.asked += 1;
        return refused(socketWorks ? "call.notFound" : "server.unavailable");
      },
      renew: () => void (rig.renewed += 1),
    },
    state: () => stateIn(situation),
    dispatch: (event) => rig.told.push(event),
  });
  return { rig, recovery };
}

test.each([
  ["dead", false, 1],
  ["alive", true, 0],
] as const)(
  "F8 nothing comes from the other side: the socket must prove itself, and is %s",
  async (_how, works, renewed) => {
    const { rig, recovery } = recoveringIn("callerReconnecting", works);
    recovery.follow(stateIn("callerConnected"));
    expect(rig.asked).toBe(0);
    recovery.follow(stateIn("callerReconnecting"));
    recovery.follow(stateIn("callerReconnecting"));
    await vi.advanceTimersByTimeAsync(0);
    expect([rig.asked, rig.renewed]).toEqual([1, renewed]);
  },
);

test("F8 F10 several pieces of news at once are one move: to the server anew, and on a new path to the other side", () => {
  const { rig } = recoveringIn("callerConnected");
  rig.tell("changed");
  rig.tell("woke");
  vi.advanceTimersByTime(1_000);
  expect(rig.renewed).toBe(1);
  expect(rig.told).toEqual([{ type: "networkChanged", callId: mine }]);
});

test("F10 out of a call another network renews the socket, a late timer does not", () => {
  const { rig } = recoveringIn("idle");
  rig.tell("woke");
  vi.advanceTimersByTime(1_000);
  expect(rig.renewed).toBe(0);
  rig.tell("changed");
  vi.advanceTimersByTime(1_000);
  expect(rig.renewed).toBe(1);
  expect(rig.told).toEqual([]);
});
