import type { CallRoutes } from "../domain/calls/callTeller";
import type { DeviceRegistry } from "../adapters/deviceRegistry";
import type { ConnectedDevices, Connections, Log, Notifier, Party } from "../domain/ports";
import { deviceRoom, sessionRoom, type SignalServer, type SignalSocket, userRoom } from "./signalSocket";

export function createSocketNotifier(io: SignalServer): Notifier {
  return {
    toUser(userId, event, payload, butDevice) {
      const rooms = io.to(userRoom(userId));
      const chosen = butDevice === undefined ? rooms : rooms.except(deviceRoom({ userId, deviceId: butDevice }));
      // Event and payload fit by this method's own type; Socket.IO's argument tuples cannot be matched generically.
      chosen.emit(event, ...([payload] as never));
    },
    toUserHere(userId, event, payload) {
      io.local.to(userRoom(userId)).emit(event, ...([payload] as never));
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

/** One server alone: its own rooms say who is connected. */
export function createConnections(io: SignalServer): Connections {
  const has = (room: string) => io.sockets.adapter.rooms.has(room);
  const socketsOf = (userId: string) =>
    [...(io.sockets.adapter.rooms.get(userRoom(userId)) ?? [])].flatMap((id) => io.sockets.sockets.get(id) ?? []);
  const devices = (userId: string): ConnectedDevices =>
    new Map(socketsOf(userId).map(({ data: { party, idle } }) => [party.deviceId, { idle }]));
  return {
    among: async (userIds) => new Set(userIds.filter((id) => has(userRoom(id)))),
    hasDevice: async (party) => has(deviceRoom(party)),
    devicesOf: async (userIds) => new Map(userIds.map((id) => [id, devices(id)])),
  };
}

/** One of several servers. Its own devices are known at once, and still when the register cannot be asked. */
export function createSharedConnections(own: Connections, registry: DeviceRegistry, log: Log): Connections {
  const registered = (userIds: readonly string[]) =>
    registry.devicesOf(userIds).catch((fault: unknown) => {
      log.error("devices of other servers not known", { fault });
      return new Map<string, ConnectedDevices>();
    });
  return {
    async among(userIds) {
      const [here, devices] = await Promise.all([own.among(userIds), registered(userIds)]);
      return new Set(userIds.filter((id) => here.has(id) || (devices.get(id)?.size ?? 0) > 0));
    },
    async hasDevice(party) {
      if (await own.hasDevice(party)) return true;
      return (await registered([party.userId])).get(party.userId)?.has(party.deviceId) ?? false;
    },
    async devicesOf(userIds) {
      const [here, all] = await Promise.all([own.devicesOf(userIds), registered(userIds)]);
      // What this server sees itself is newer than what the register has of it.
      return new Map(userIds.map((id) => [id, new Map([...(all.get(id) ?? []), ...(here.get(id) ?? [])])]));
    },
  };
}

/** Lets a device have one socket: the one that comes takes the place of those there are, on all servers. */
export function createDeviceReplacement(io: SignalServer, oneOfMany: boolean): (party: Party) => void {
  // Here before the new one is in the room; the adapter would do it after it has told the others.
  const replace = (party: Party) => io.local.in(deviceRoom(party)).disconnectSockets(true);
  if (!oneOfMany) return replace;
  io.on("device:arrived", replace);
  return (party) => {
    replace(party);
    io.serverSideEmit("device:arrived", party);
  };
}

/** Writes routes into the sockets concerned, on all servers; a socket that connects later finds its route in the database. */
export function createCallRoutes(io: SignalServer, oneOfMany: boolean): CallRoutes {
  const socketsOf = (party: Party): SignalSocket[] =>
    [...(io.sockets.adapter.rooms.get(deviceRoom(party)) ?? [])].flatMap((id) => io.sockets.sockets.get(id) ?? []);
  const open = (callId: string, caller: Party, callee: Party) => {
    for (const socket of socketsOf(caller)) socket.data.route = { callId, peer: callee };
    for (const socket of socketsOf(callee)) socket.data.route = { callId, peer: caller };
  };
  const close = (callId: string, parties: readonly Party[]) => {
    for (const socket of parties.flatMap(socketsOf)) {
      if (socket.data.route?.callId === callId) socket.data.route = null;
    }
  };
  if (!oneOfMany) return { open, close };
  io.on("route:open", open);
  io.on("route:close", close);
  return {
    open(callId, caller, callee) {
      open(callId, caller, callee);
      io.serverSideEmit("route:open", callId, caller, callee);
    },
    close(callId, parties) {
      close(callId, parties);
      io.serverSideEmit("route:close", callId, parties);
    },
  };
}
