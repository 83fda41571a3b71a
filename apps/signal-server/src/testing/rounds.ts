import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { codeOf, valueOf } from "./httpClient";
import { inviteTo } from "./samples";
import type { TestSocket } from "./testSocket";

interface Side {
  readonly id: string;
  readonly socket: TestSocket;
}

/** F2: both invite the other in one moment. One call stands, the other side is told of it, and it is over again. */
export async function glareRound(left: Side, right: Side): Promise<void> {
  const [leftId, rightId] = [randomUUID(), randomUUID()];
  const [byLeft, byRight] = await Promise.all([
    left.socket.request("call:invite", inviteTo(right.id, leftId)),
    right.socket.request("call:invite", inviteTo(left.id, rightId)),
  ]);
  expect([codeOf(byLeft), codeOf(byRight)].toSorted()).toEqual(["call.glare", "ok"]);
  const [winner, loser, callId] = byLeft.ok
    ? ([left.socket, right.socket, leftId] as const)
    : ([right.socket, left.socket, rightId] as const);
  expect((await loser.next("call:incoming")).callId).toBe(callId);
  valueOf(await loser.request("call:accept", { callId }));
  await winner.next("call:accepted");
  valueOf(await winner.request("call:hangUp", { callId }));
  await loser.next("call:ended");
  expect(winner.takeCallEvents()).toEqual(["call:accepted"]);
  expect(loser.takeCallEvents()).toEqual(["call:incoming", "call:ended"]);
}

/** F3: a call rings on two devices, which accept in one moment. One wins, the other is told, and it is over again. */
export async function acceptRound(
  caller: TestSocket,
  calleeId: string,
  devices: readonly [TestSocket, TestSocket],
): Promise<void> {
  const callId = randomUUID();
  valueOf(await caller.request("call:invite", inviteTo(calleeId, callId)));
  await Promise.all(devices.map((device) => device.next("call:incoming")));
  const answers = await Promise.all(devices.map((device) => device.request("call:accept", { callId })));
  expect(answers.map(codeOf).toSorted()).toEqual(["call.wrongState", "ok"]);
  const [winner, loser] = answers[0]?.ok ? devices : [devices[1], devices[0]];
  expect(await loser.next("call:ended")).toEqual({ callId, reason: "answeredElsewhere", device: "Sightline" });
  valueOf(await caller.request("call:hangUp", { callId }));
  expect(await winner.next("call:ended")).toEqual({ callId, reason: "hungUp" });
  // All that was sent has come by now: one ring and one end for each, one answer for the caller.
  for (const device of devices) expect(device.takeCallEvents()).toEqual(["call:incoming", "call:ended"]);
  expect(caller.takeCallEvents()).toEqual(["call:accepted"]);
}
