import { createRinger } from "../media/ringer";
import { createStreams } from "../media/streams";
import type { Platform } from "../platform/platform";
import { createStores } from "../stores/createStores";
import type { AppContext, Stores } from "../ui/appContext";
import { type CallFlow, createCallFlow } from "./callFlow";
import { followSwaps } from "./devices/deviceSwap";
import { followDevices } from "./devices/followDevices";
import { createSelfViews } from "./devices/selfViews";
import { createVoiceMeter } from "./devices/voiceMeter";
import { createDoctor } from "./doctor/createDoctor";
import { watchIdle } from "./idle/idleWatch";
import { createIntents } from "./intents";
import { createNotices } from "./notices";
import { createPeople } from "./people";
import { createRooms } from "./rooms/createRooms";
import { createSession, type Session } from "./session";
import { learnServerFacts } from "./serverFacts";
import { loadSettings } from "./settings";

/** The composition root: makes every part once and introduces them to each other. */
export function createApp(platform: Platform): { context: AppContext; start: () => Promise<void> } {
  const stores = createStores(loadSettings(localStorage));
  const streams = createStreams();
  const ringer = createRinger();
  const notices = createNotices(stores.notices);
  const meter = createVoiceMeter(stores.voiceLevel);
  const devices = followDevices(stores.devices, meter);
  const isIdle = followIdle(platform, () => session);

  const session = createSession({
    platform,
    device: crypto.randomUUID(),
    store: stores.session,
    notify: notices.notify,
    onMessage(message) {
      for (const part of [calls, rooms, people, session]) part.receive(message);
    },
    onOnline() {
      void people.refresh();
      void people.refreshRules();
      rooms.online();
      void calls.serverBack();
    },
    onSignedOut() {
      calls.leave();
      people.clear();
      rooms.signedOut();
    },
    inCall: () => calls.busy(),
    idle: isIdle,
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
  const selfViews = createSelfViews({ platform, streams, devices, inCall: calls.busy }, stores);
  const microphones = [calls, selfViews.preview, selfViews.mirror].map((one) => one.changeMicrophone);
  followSwaps({ stores, ringer, microphones, inCall: calls.busy, notify: notices.notify });
  const rooms = createRooms({ platform, stores, session, calls, mirror: selfViews.mirror });
  const doctor = createDoctor({ platform, link: session.link, stores, inCall: calls.busy });

  answerToSystem(platform, stores, calls, people);
  followLinks(platform, stores, session, calls);

  const parts = { platform, stores, session, people, calls, rooms };
  return {
    context: {
      stores,
      streams,
      ink: calls.ink.boards,
      platform: factsOf(platform),
      intents: createIntents({ ...parts, ...selfViews, meter, doctor, ringer, notices }),
    },
    start: () => session.start(),
  };
}

/** Tells the server whether somebody is at this device. */
function followIdle({ onSystemInput }: Platform, session: () => Session): () => boolean {
  // Without a connection it is said with the next one.
  const tell = (idle: boolean) => void session().link.send("presence:idle", { idle });
  return watchIdle({ page: window, onSystemInput, tell }).isIdle;
}

/** What the system around the page asks of calls. */
function factsOf({ kind, system, canShare, serverAddress, version }: Platform): AppContext["platform"] {
  return { kind, system, canShare, serverAddress, version };
}

function followLinks(platform: Platform, stores: Stores, { link: { http } }: Session, calls: CallFlow): void {
  const server = learnServerFacts({ http, store: stores.server });
  platform.onSecretLink((link) => {
    if (link.purpose === "invitation") server.invited(link.token);
    // A call is worth more than a link, which can be opened again.
    else if (!calls.busy()) stores.mailedLink.setState({ link });
  });
}

type People = ReturnType<typeof createPeople>;

function answerToSystem(platform: Platform, stores: Stores, calls: CallFlow, people: People): void {
  platform.onPersonLink((username) => people.open(username));
  // A page that goes away takes its call with it; the other side should not have to wait until it is missed.
  window.addEventListener("pagehide", () => calls.leave());
  platform.onRingAction((action) => {
    const call = stores.call.getState();
    if (action === "accept" && call.screen === "incoming") {
      calls.dispatch({ type: "acceptRequested", camera: call.kind === "video" });
    }
    if (action === "decline") calls.dispatch({ type: "declineRequested" });
  });
}
