import { ok } from "@sightline/protocol";
import type { GuestDesk } from "../../domain/rooms/guestDesk";
import type { RoomDesk } from "../../domain/rooms/roomDesk";
import type { Sessions } from "../../domain/sessions/sessions";
import type { Handlers } from "../handlers";
import { startSession } from "../startSession";

interface RoomPorts {
  readonly rooms: RoomDesk;
  readonly guests: GuestDesk;
  readonly sessions: Sessions;
}

type RoomHandlers = Pick<
  Handlers,
  "createRoom" | "listRooms" | "lookAtRoom" | "renameRoom" | "lockRoom" | "closeRoom" | "enterAsGuest"
>;

export function roomRoutes({ rooms, guests, sessions }: RoomPorts): RoomHandlers {
  return {
    createRoom: ({ session, body }) => rooms.create(session.user, body.name),
    listRooms: async ({ session }) => ok([...(await rooms.list(session.user.id))]),
    lookAtRoom: ({ session, params }) => rooms.look(session.user, params.roomId),
    renameRoom: ({ session, params, body }) => rooms.change(session.user, params.roomId, { name: body.name }),
    lockRoom: ({ session, params, body }) => rooms.change(session.user, params.roomId, { locked: body.locked }),
    closeRoom: ({ session, params }) => rooms.close(session.user, params.roomId),
    async enterAsGuest({ params, body: { name, client }, exchange }) {
      const admitted = await guests.admit(params.roomId, name, exchange.address);
      return admitted.ok ? startSession(sessions, admitted.value, client, exchange) : admitted;
    },
  };
}
