import type { Platform } from "../../platform/platform";
import type { Stores } from "../../ui/appContext";
import type { Session } from "../session";
import type { RoomFlow } from "./roomFlow";

interface Options {
  readonly platform: Pick<Platform, "onRoomLink">;
  readonly session: Pick<Session, "logOut">;
  readonly rooms: Pick<RoomFlow, "tell" | "visit">;
  readonly stores: Pick<Stores, "session" | "rooms">;
}

/** Leads links to the door, never further (R35), and guests to the one room they have. */
export function welcomeToRooms({ platform, session, rooms, stores }: Options): void {
  platform.onRoomLink((roomId) => rooms.tell({ type: "opened", roomId }));
  stores.rooms.subscribe(({ visit }, before) => {
    // A guest has nothing here but the room.
    const left = visit.at === "nowhere" && before.visit.at !== "nowhere";
    if (left && stores.session.getState().me?.guestOf !== undefined) void session.logOut();
  });
  stores.session.subscribe(({ me }, before) => {
    const room = me?.guestOf;
    if (room === undefined || me === before.me) return;
    const visit = rooms.visit();
    if (visit.at === "nowhere") return rooms.tell({ type: "opened", roomId: room });
    if (visit.roomId === room) return;
    // A guest of another room is nobody here: they may come in anew.
    const { roomId } = visit;
    void session.logOut().then(() => rooms.tell({ type: "opened", roomId }));
  });
}
