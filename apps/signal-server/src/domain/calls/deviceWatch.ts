import type { Cancel, Connections, Party, Scheduler } from "../ports";
import type { Timing } from "../timing";
import type { RoomDesk } from "../rooms/roomDesk";
import type { CallDesk } from "./callDesk";
import type { CallRepository } from "./callRepository";

interface WatchPorts {
  readonly desk: Pick<CallDesk, "partyLost">;
  /** Whoever sits in a room keeps the seat as long as an answered call would wait for them. */
  readonly rooms: Pick<RoomDesk, "partyLost" | "allInside">;
  readonly calls: Pick<CallRepository, "allLive" | "liveOf">;
  readonly connections: Connections;
  readonly scheduler: Scheduler;
  readonly timing: Timing;
}

/** Ends the calls of devices that do not come back in time. */
export class DeviceWatch {
  private readonly waiting = new Map<string, readonly Cancel[]>();

  constructor(private readonly ports: WatchPorts) {}

  arrived(party: Party): void {
    for (const cancel of this.waiting.get(keyOf(party)) ?? []) cancel();
    this.waiting.delete(keyOf(party));
  }

  left(party: Party): void {
    const { scheduler, timing } = this.ports;
    this.arrived(party);
    this.waiting.set(keyOf(party), [
      scheduler.after(timing.lostWhileRinging, () => this.check(party, "ringing")),
      this.untilLost(party, timing.lostBesidePeer),
    ]);
  }

  /** At start: the devices of calls that were live before get the same time to come back. */
  async watchLeftovers(): Promise<void> {
    for (const { caller, calleeId, calleeDevice } of await this.ports.calls.allLive()) {
      this.left(caller);
      if (calleeDevice) this.left({ userId: calleeId, deviceId: calleeDevice });
    }
    for (const { userId, deviceId } of await this.ports.rooms.allInside()) this.left({ userId, deviceId });
  }

  /** Looks again as long as the other side is connected: that app sees for itself whether the call still runs. */
  private untilLost(party: Party, patience: number): Cancel {
    const { scheduler, timing } = this.ports;
    let next: Cancel = () => undefined;
    const look = scheduler.after(timing.lostWhileActive, async () => {
      const rest = patience - timing.lostWhileActive;
      if (rest > 0 && (await this.isPeerHere(party))) {
        next = this.untilLost(party, rest);
        return;
      }
      this.waiting.delete(keyOf(party));
      await this.check(party, "active");
    });
    return () => {
      look();
      next();
    };
  }

  private async isPeerHere({ userId, deviceId }: Party): Promise<boolean> {
    const { calls, connections } = this.ports;
    const live = await calls.liveOf(userId);
    if (live?.state !== "active" || live.calleeDevice === null) return false;
    const ends = [live.caller, { userId: live.calleeId, deviceId: live.calleeDevice }];
    // Another device of this person may be the one in the call.
    const mine = ends.some((end) => end.userId === userId && end.deviceId === deviceId);
    const peer = ends.find((end) => end.userId !== userId);
    return mine && peer !== undefined && (await connections.hasDevice(peer));
  }

  private async check(party: Party, state: "ringing" | "active"): Promise<void> {
    if (await this.ports.connections.hasDevice(party)) return;
    await this.ports.desk.partyLost(party, state);
    if (state === "active") await this.ports.rooms.partyLost(party);
  }
}

function keyOf(party: Party): string {
  return `${party.userId}:${party.deviceId}`;
}
