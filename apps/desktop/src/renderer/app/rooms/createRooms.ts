import type { Platform } from "../../platform/platform";
import type { Stores } from "../../ui/appContext";
import type { CallFlow } from "../callFlow";
import type { SelfView } from "../devices/selfView";
import type { Session } from "../session";
import { createRoomFlow } from "./roomFlow";
import { welcomeToRooms } from "./roomWelcome";

interface Options {
  readonly platform: Platform;
  readonly stores: Stores;
  readonly session: Session;
  readonly calls: CallFlow;
  /** Oneself in front of the door and inside. */
  readonly mirror: SelfView;
}

/** Puts the parts of rooms together. */
export function createRooms({ platform, stores, session, calls, mirror }: Options) {
  const { http, send } = session.link;
  const rooms = createRoomFlow({ platform, http, send, stores, mirror, dispatch: calls.dispatch });
  welcomeToRooms({ platform, session, rooms, stores });
  window.addEventListener("pagehide", () => rooms.pageLeft());
  return rooms;
}
