import type { CallRoutes } from "../domain/calls/callDesk";
import type { Connections, Notifier, Party } from "../domain/ports";
import { deviceRoom, sessionRoom, type SignalServer, type SignalSocket, userRoom } from "./signalSocket";

export function createSocketNotifier(io: SignalServer): Notifier {
  return {
    toUser(userId, event, payload, butDevice) {
      const rooms = io.to(userRoom(userId));
      const chosen = butDevice === undefined ? rooms : rooms.except(deviceRoom({ userId, deviceId: butDevice }));
      // Event and payload fit by this method's own type; Socket.IO's argument tuples cannot be matched generically.
      chosen.emit(event, ...([payload] as never));
    },
    toDevice(party, event, payload) {
      io.to(deviceRoom(party)).emit(event, ...([payload] as never));
    },
    endSession(sessionId) {
      io.to(sessionRoom(sessionId)).emit("session:ended", {});
      io.in(sessionRoom(sessionId)).disconnectSockets(true);
    },
  };
}

/** Reads this process's own rooms: correct for one server process. */
export function createConnections(io: SignalServer): Connections {
  const has = (room: string) => io.sockets.adapter.rooms.has(room);
  return {
    among: (userIds) => new Set(userIds.filter((id) => has(userRoom(id)))),
    hasDevice: (party) => has(deviceRoom(party)),
  };
}

/** Writes routes into the sockets concerned; a socket that connects later finds its route in the database. */
export function createCallRoutes(io: SignalServer): CallRoutes {
  const socketsOf = (party: Party): SignalSocket[] =>
    [...(io.sockets.adapter.rooms.get(deviceRoom(party)) ?? [])].flatMap((id) => io.sockets.sockets.get(id) ?? []);
  return {
    open(callId, caller, callee) {
      for (const socket of socketsOf(caller)) socket.data.route = { callId, peer: callee };
      for (const socket of socketsOf(callee)) socket.data.route = { callId, peer: caller };
    },
    close(callId, parties) {
      for (const socket of parties.flatMap(socketsOf)) {
        if (socket.data.route?.callId === callId) socket.data.route = null;
      }
    },
  };
}
