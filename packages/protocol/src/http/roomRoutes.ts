import { z } from "zod";
import { room, roomId, roomLook, roomName } from "../room";
import { displayName } from "../user";
import { clientKind, none, type Route, signedIn } from "./route";

/** Rooms, for their owner and for who has the link. */
export const roomRoutes = {
  createRoom: {
    method: "POST",
    path: "/api/rooms",
    auth: "session",
    params: none,
    body: z.strictObject({ name: roomName }),
    response: room,
  },
  /** Mine, oldest first. */
  listRooms: { method: "GET", path: "/api/rooms", auth: "session", params: none, body: none, response: z.array(room) },
  /** What somebody who has the link sees before entering. A guest can look at their own room only. */
  lookAtRoom: {
    method: "GET",
    path: "/api/rooms/:roomId",
    auth: "guest",
    params: z.object({ roomId }),
    body: none,
    response: roomLook,
  },
  /** These three answer `room.notFound` to everybody but the owner, just as for a room that is not there. */
  renameRoom: {
    method: "POST",
    path: "/api/rooms/:roomId/name",
    auth: "session",
    params: z.object({ roomId }),
    body: z.object({ name: roomName }),
    response: room,
  },
  lockRoom: {
    method: "POST",
    path: "/api/rooms/:roomId/lock",
    auth: "session",
    params: z.object({ roomId }),
    body: z.object({ locked: z.boolean() }),
    response: room,
  },
  /** Ends it for everybody inside; the link is dead from then on. */
  closeRoom: {
    method: "DELETE",
    path: "/api/rooms/:roomId",
    auth: "session",
    params: z.object({ roomId }),
    body: none,
    response: none,
  },
  /** A short session that can do nothing but join this room. `guest.refused` where the server's policy has no guests. */
  enterAsGuest: {
    method: "POST",
    path: "/api/rooms/:roomId/guests",
    auth: "none",
    params: z.object({ roomId }),
    body: z.object({ name: displayName, client: clientKind }),
    response: signedIn,
  },
} as const satisfies Record<string, Route>;
