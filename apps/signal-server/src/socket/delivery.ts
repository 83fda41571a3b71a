import type { DeviceRegistry } from "../adapters/deviceRegistry";
import type { Log } from "../domain/ports";
import type { SignalServer } from "./signalSocket";
import {
  createCallRoutes,
  createConnections,
  createDeviceReplacement,
  createSharedConnections,
  createSocketNotifier,
} from "./socketNotifier";

/**
 * How the rules reach devices, and know who is there.
 *
 * @param registry of the devices of all servers; null: this server works alone
 */
export function createDelivery(io: SignalServer, registry: DeviceRegistry | null, log: Log) {
  const oneOfMany = registry !== null;
  const own = createConnections(io);
  return {
    oneOfMany,
    registry,
    notifier: createSocketNotifier(io),
    connections: registry ? createSharedConnections(own, registry, log) : own,
    routes: createCallRoutes(io, oneOfMany),
    /** The sessions of the devices that are connected to this server. */
    sessionsHere: () => [...new Set([...io.sockets.sockets.values()].map(({ data }) => data.sessionId))],
    /** The people whose devices are connected to this server. */
    usersHere: () => [...new Set([...io.sockets.sockets.values()].map(({ data }) => data.user.id))],
    replaceDevice: createDeviceReplacement(io, oneOfMany),
  };
}
