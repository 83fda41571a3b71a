import type { RoomDesk } from "../domain/rooms/roomDesk";
import type { EventHandlers } from "./bindEvents";

/** Who enters or leaves is known from the socket, never from the payload. */
export function roomHandlers(rooms: RoomDesk): Pick<EventHandlers, "room:enter" | "room:leave"> {
  return {
    "room:enter": ({ data }, { roomId }) => rooms.enter(data.user, data.party, roomId),
    "room:leave": ({ data }, { roomId }) => rooms.leave(data.party, roomId),
  };
}
