import type { RoomChoice } from "../../call/roomVisit";
import type { Platform } from "../../platform/platform";
import type { RoomIntents } from "../../ui/rooms/roomContext";
import { copyLink } from "../copyLink";
import type { Notify } from "../notices";
import type { Session } from "../session";
import type { RoomFlow } from "./roomFlow";

interface Parts {
  readonly platform: Pick<Platform, "serverAddress">;
  readonly rooms: RoomFlow;
  readonly session: Session;
  readonly notify: Notify;
}

/** What the views of rooms may ask for. */
export function createRoomIntents({ platform, rooms, session, notify }: Parts): RoomIntents {
  const { list, tell } = rooms;
  return {
    createRoom: (name) => list.create(name),
    renameRoom: async (roomId, name) => seenAgain(rooms, await list.rename(roomId, name)),
    lockRoom: async (roomId, locked) => seenAgain(rooms, await list.lock(roomId, locked)),
    closeRoom: (roomId) => list.close(roomId),
    openRoom: (roomId) => tell({ type: "opened", roomId }),
    chooseForRoom: (choice: RoomChoice) => tell({ type: "chosen", choice }),
    enterRoom: () => tell({ type: "enterRequested" }),
    leaveRoom: () => tell({ type: "leaveRequested" }),
    joinAsGuest: (roomId, name) => session.enterAsGuest({ roomId, name }),
    copyRoomLink: (roomId) =>
      copyLink(`${platform.serverAddress}/room/${roomId}`, notify, "roomLinkCopied", "roomLinkNotCopied"),
  };
}

/** What the owner changed is seen at the door at once. */
function seenAgain<T>(rooms: RoomFlow, outcome: T): T {
  rooms.lookAgain();
  return outcome;
}
