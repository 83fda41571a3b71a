import { ok, type Result } from "@sightline/protocol";
import type { EarlySignal } from "../domain/calls/callRepository";
import type { CallDesk } from "../domain/calls/callDesk";
import type { Limits, Notifier, Party } from "../domain/ports";
import type { EventHandlers } from "./bindEvents";
import type { SignalSocket } from "./signalSocket";

interface RelayPorts {
  readonly desk: CallDesk;
  readonly notifier: Notifier;
  readonly limits: Limits;
}

type RelayEvents = "signal:description" | "signal:candidates";

/** Passes descriptions and candidates on. Who sends is known from the socket, who receives from the call; never from the payload. */
export function relayHandlers({ desk, notifier, limits }: RelayPorts): Pick<EventHandlers, RelayEvents> {
  const relay = async (
    { data }: SignalSocket,
    callId: string,
    signal: EarlySignal,
    direct: (peer: Party) => void,
  ): Promise<Result<Record<string, never>>> => {
    if (data.route?.callId === callId) {
      direct(data.route.peer);
      return ok({});
    }
    const relayed = await desk.relay(data.party, callId, signal);
    if (!relayed.ok) return relayed;
    if (relayed.value) data.route = { callId, peer: relayed.value };
    return ok({});
  };
  return {
    "signal:description": (socket, payload) =>
      relay(socket, payload.callId, { type: "description", ...payload }, (peer) =>
        notifier.toDevice(peer, "signal:description", payload),
      ),
    async "signal:candidates"(socket, payload) {
      const { callId, candidates, attempt } = payload;
      const limited = await limits.take("candidates", `${socket.data.user.id}:${callId}`, candidates.length);
      if (limited) return { ok: false, error: limited };
      return relay(socket, callId, { type: "candidates", candidates, attempt }, (peer) =>
        notifier.toDevice(peer, "signal:candidates", payload),
      );
    },
  };
}
