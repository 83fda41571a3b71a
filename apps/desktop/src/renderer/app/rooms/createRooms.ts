import type { StreamRegistry } from "../../media/streams";
import type { Platform } from "../../platform/platform";
import type { Stores } from "../../ui/appContext";
import type { CallFlow } from "../callFlow";
import type { Session } from "../session";
import { createRoomFlow } from "./roomFlow";
import { createRoomMirror } from "./roomMirror";
import { welcomeToRooms } from "./roomWelcome";

interface Options {
  readonly platform: Platform;
  readonly streams: StreamRegistry;
  readonly stores: Stores;
  readonly session: Session;
  readonly calls: CallFlow;
  readonly devices: { refresh(): Promise<void> };
}

/** Puts the parts of rooms together. */
export function createRooms({ platform, streams, stores, session, calls, devices }: Options) {
  const onOpened = () => void devices.refresh();
  const mirror = createRoomMirror({ platform, streams, stores, inCall: calls.busy, onOpened });
  const { http, send } = session.link;
  const rooms = createRoomFlow({ platform, http, send, stores, mirror, dispatch: calls.dispatch });
  welcomeToRooms({ platform, session, rooms, stores });
  window.addEventListener("pagehide", () => rooms.pageLeft());
  return rooms;
}
