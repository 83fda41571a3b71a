import { createRinger } from "../media/ringer";
import { createStreams } from "../media/streams";
import type { Platform } from "../platform/platform";
import { createStores } from "../stores/createStores";
import type { AppContext, Stores } from "../ui/appContext";
import { type CallFlow, createCallFlow } from "./callFlow";
import { followDevices } from "./devices";
import { createIntents } from "./intents";
import { createNotices } from "./notices";
import { createPeople } from "./people";
import { createPreview } from "./preview";
import { createRooms } from "./rooms/createRooms";
import { createSession } from "./session";
import { loadSettings } from "./settings";

/** The composition root: makes every part once and introduces them to each other. */
export function createApp(platform: Platform): { context: AppContext; start: () => Promise<void> } {
  const stores = createStores(loadSettings(localStorage));
  const streams = createStreams();
  const ringer = createRinger();
  ringer.setSpeaker(stores.settings.getState().speakerId);
  const notices = createNotices(stores.notices);
  const devices = followDevices(stores.devices);

  const session = createSession({
    platform,
    device: crypto.randomUUID(),
    store: stores.session,
    notify: notices.notify,
    onMessage(message) {
      calls.receive(message);
      rooms.receive(message);
      people.receive(message);
    },
    onOnline() {
      void people.refresh();
      rooms.online();
    },
    onSignedOut() {
      calls.leave();
      people.clear();
      rooms.signedOut();
    },
  });
  const people = createPeople({ http: session.link.http, store: stores.people, notify: notices.notify });
  const calls = createCallFlow({
    platform,
    stores,
    streams,
    link: session.link,
    ringer,
    devices,
    notify: notices.notify,
    onEnded: () => void people.refreshCalls(),
  });
  const rooms = createRooms({ platform, streams, stores, session, calls, devices });
  const preview = createPreview({
    platform,
    streams,
    cameraId: () => stores.settings.getState().cameraId,
    inCall: calls.busy,
  });

  answerFromNotification(platform, stores, calls);
  platform.onPersonLink((username) => people.open(username));
  // A page that goes away takes its call with it; the other side should not have to wait until it is missed.
  window.addEventListener("pagehide", () => calls.leave());

  const { kind, system, canShare, serverAddress, version } = platform;
  return {
    context: {
      stores,
      streams,
      ink: calls.ink.boards,
      platform: { kind, system, canShare, serverAddress, version },
      intents: createIntents({ platform, stores, session, people, calls, rooms, preview, ringer, notices }),
    },
    start: () => session.start(),
  };
}

function answerFromNotification(platform: Platform, stores: Stores, calls: CallFlow): void {
  platform.onRingAction((action) => {
    const call = stores.call.getState();
    if (action === "accept" && call.screen === "incoming") {
      calls.dispatch({ type: "acceptRequested", camera: call.kind === "video" });
    }
    if (action === "decline") calls.dispatch({ type: "declineRequested" });
  });
}
