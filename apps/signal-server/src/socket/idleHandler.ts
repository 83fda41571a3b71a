import { ok } from "@sightline/protocol";
import type { DeviceRegistry } from "../adapters/deviceRegistry";
import type { PresenceBoard } from "../domain/presence/presenceBoard";
import type { EventHandlers } from "./bindEvents";

interface IdlePorts {
  readonly presence: Pick<PresenceBoard, "refresh">;
  readonly registry: Pick<DeviceRegistry, "arrived"> | null;
}

/** Whether somebody is at this device. */
export function idleHandler({ presence, registry }: IdlePorts): Pick<EventHandlers, "presence:idle"> {
  return {
    async "presence:idle"({ data, connected }, { idle }) {
      // What a socket said before it was closed must not bring its device back.
      if (!connected) return ok({});
      data.idle = idle;
      registry?.arrived(data.party, idle);
      await presence.refresh(data.user.id);
      return ok({});
    },
  };
}
