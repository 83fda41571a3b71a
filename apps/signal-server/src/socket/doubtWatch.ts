import type { DeviceRegistry } from "../adapters/deviceRegistry";
import type { DeviceWatch } from "../domain/calls/deviceWatch";
import type { Scheduler } from "../domain/ports";
import type { PresenceBoard } from "../domain/presence/presenceBoard";
import type { Timing } from "../domain/timing";

interface DoubtPorts {
  readonly registry: Pick<DeviceRegistry, "onDoubt"> | null;
  readonly presence: Pick<PresenceBoard, "retell">;
  readonly watch: Pick<DeviceWatch, "watchLeftovers">;
  readonly scheduler: Scheduler;
  readonly timing: Timing;
  /** The people whose devices are connected to this server. */
  usersHere(): readonly string[];
}

/**
 * After a server of several has died, or Redis was away (F19, F20): nobody has told of those who went with it, so each
 * server that is left tells its own people how it stands, and looks after the calls of all.
 */
export function watchForDoubt({ registry, presence, watch, scheduler, timing, usersHere }: DoubtPorts): void {
  let waits = false;
  registry?.onDoubt(({ nodeGone }) => {
    // The timers of its calls went with it. Devices that come back in time are found when ours run out.
    if (nodeGone) scheduler.after(0, () => watch.watchLeftovers());
    if (waits) return;
    waits = true;
    scheduler.after(timing.nodeGrace, () => {
      waits = false;
      return presence.retell(usersHere());
    });
  });
}
