import type { ClientToServer, ServerToClient } from "@sightline/protocol";
import type { Server, Socket } from "socket.io";
import type { Party } from "../domain/ports";
import type { User } from "../domain/users/user";

/** What the server knows of a connected device. Everything about the person comes from their session. */
export interface SocketData {
  user: User;
  sessionId: string;
  /** What its person would call this device, by its session. */
  deviceName: string | null;
  party: Party;
  /** Nobody is at this device. */
  idle: boolean;
  /** The other side of this device's answered call: relaying to it needs no database. */
  route: { readonly callId: string; readonly peer: Party } | null;
}

/** What servers that work together tell one another. */
export interface ServerToServer {
  "route:open": (callId: string, caller: Party, callee: Party) => void;
  "route:close": (callId: string, parties: readonly Party[]) => void;
  /** This device is connected elsewhere now. */
  "device:arrived": (party: Party) => void;
}

export type SignalServer = Server<ClientToServer, ServerToClient, ServerToServer, SocketData>;
export type SignalSocket = Socket<ClientToServer, ServerToClient, ServerToServer, SocketData>;

export const userRoom = (userId: string): string => `user:${userId}`;
export const deviceRoom = (party: Party): string => `device:${party.userId}:${party.deviceId}`;
export const sessionRoom = (sessionId: string): string => `session:${sessionId}`;
