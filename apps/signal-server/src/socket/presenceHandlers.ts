import type { DeviceRegistry } from "../adapters/deviceRegistry";
import type { CallDesk } from "../domain/calls/callDesk";
import type { DeviceWatch } from "../domain/calls/deviceWatch";
import type { Log, Party } from "../domain/ports";
import type { PresenceBoard } from "../domain/presence/presenceBoard";
import type { Sessions } from "../domain/sessions/sessions";
import { ringIfRinging, type RingPorts } from "./ringOnArrival";
import { deviceRoom, sessionRoom, type SignalSocket, userRoom } from "./signalSocket";

export interface ArrivalPorts extends RingPorts {
  readonly desk: CallDesk;
  readonly watch: DeviceWatch;
  readonly presence: PresenceBoard;
  readonly sessions: Pick<Sessions, "isLive" | "inUse">;
  readonly log: Log;
  /** Null: this server works alone. */
  readonly registry: Pick<DeviceRegistry, "arrived" | "left"> | null;
  /** Closes the sockets this device has so far, here at once. */
  replaceDevice(party: Party): void;
}

/** Enters a new socket into its rooms, in place of an older one of the same device, and tells the rules it is there. */
export async function arrive(socket: SignalSocket, ports: ArrivalPorts): Promise<void> {
  const { user, sessionId, party } = socket.data;
  // A socket that the network lost without a word would otherwise swallow the device's messages (F23).
  ports.replaceDevice(party);
  void socket.join([userRoom(user.id), deviceRoom(party), sessionRoom(sessionId)]);
  ports.registry?.arrived(party, socket.data.idle);
  ports.watch.arrived(party);
  socket.on("disconnect", () => {
    ports.sessions.inUse([sessionId]).catch((fault: unknown) => ports.log.error("session not marked", { fault }));
    if (socket.nsp.adapter.rooms.has(deviceRoom(party))) return;
    ports.registry?.left(party);
    ports.watch.left(party);
    ports.presence.left(party, socket.data.idle);
  });
  // The session may have ended between the handshake and the rooms, out of reach of the order to close its sockets.
  if (!(await ports.sessions.isLive(sessionId))) {
    socket.emit("session:ended", {});
    socket.disconnect(true);
    return;
  }
  await Promise.all([ports.presence.arrived(party), ringIfRinging(socket, ports), ports.desk.remindOfWaiting(party)]);
}
