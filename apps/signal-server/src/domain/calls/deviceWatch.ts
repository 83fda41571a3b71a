import type { Cancel, Connections, Party, Scheduler } from "../ports";
import type { Timing } from "../timing";
import type { RoomDesk } from "../rooms/roomDesk";
import type { CallDesk } from "./callDesk";
import type { CallRepository } from "./callRepository";

interface WatchPorts {
  readonly desk: Pick<CallDesk, "partyLost">;
  /** Whoever sits in a room keeps the seat as long as an answered call would wait for them. */
  readonly rooms: Pick<RoomDesk, "partyLost" | "allInside">;
  readonly calls: Pick<CallRepository, "allLive">;
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
      scheduler.after(timing.lostWhileActive, () => {
        this.waiting.delete(keyOf(party));
        return this.check(party, "active");
      }),
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

  private async check(party: Party, state: "ringing" | "active"): Promise<void> {
    if (this.ports.connections.hasDevice(party)) return;
    await this.ports.desk.partyLost(party, state);
    if (state === "active") await this.ports.rooms.partyLost(party);
  }
}

function keyOf(party: Party): string {
  return `${party.userId}:${party.deviceId}`;
}
