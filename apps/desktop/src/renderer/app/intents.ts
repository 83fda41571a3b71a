import type { Ringer } from "../media/ringer";
import type { Platform } from "../platform/platform";
import type { Intents, Stores } from "../ui/appContext";
import type { CallFlow } from "./callFlow";
import type { createNotices } from "./notices";
import type { createPeople } from "./people";
import type { createPreview } from "./preview";
import type { RoomFlow } from "./rooms/roomFlow";
import { createRoomIntents } from "./rooms/roomIntents";
import type { Session } from "./session";
import { saveSettings } from "./settings";
import { dismissSoundEnd } from "./shareSoundWatch";

interface Parts {
  readonly platform: Platform;
  readonly stores: Stores;
  readonly session: Session;
  readonly people: ReturnType<typeof createPeople>;
  readonly calls: CallFlow;
  readonly rooms: RoomFlow;
  readonly preview: ReturnType<typeof createPreview>;
  readonly ringer: Ringer;
  readonly notices: ReturnType<typeof createNotices>;
}

/** What views may ask for, each handed to the part that does it. */
export function createIntents(parts: Parts): Intents {
  const { platform, session, people, calls, rooms, notices } = parts;
  return {
    ...callIntents(parts),
    ...settingsIntents(parts),
    ...createRoomIntents({ ...parts, notify: notices.notify }),
    signUp: (input) => session.signUp(input),
    logIn: (input) => session.logIn(input),
    async logOut() {
      // The other side must hear of it while the socket still stands.
      calls.leave();
      rooms.signedOut();
      await session.logOut();
    },
    findUser: (username) => people.find(username),
    requestContact: (username) => people.request(username),
    acceptContact: (userId) => people.accept(userId),
    removeContact: (userId) => people.remove(userId),
    selectPerson: (userId) => people.select(userId),
    openPrivacySettings: (device) => platform.openPrivacySettings(device),
    dismissNotice: (id) => notices.dismiss(id),
  };
}

function callIntents({ calls, stores }: Parts) {
  return {
    call: (peer, kind) => calls.dispatch({ type: "callRequested", callId: crypto.randomUUID(), peer, kind }),
    accept: ({ camera }) => calls.dispatch({ type: "acceptRequested", camera }),
    decline: () => calls.dispatch({ type: "declineRequested" }),
    hangUp: () => calls.dispatch({ type: "hangUpRequested" }),
    dismissEnded: () => calls.dispatch({ type: "endedDismissed" }),
    answerWaiting: () => calls.waiting.answer(),
    declineWaiting: () => calls.waiting.decline(),
    ignoreWaiting: () => calls.waiting.ignore(),
    toggleMicrophone: () => calls.dispatch({ type: "microphoneToggled" }),
    toggleCamera: () => calls.dispatch({ type: "cameraToggled" }),
    switchCamera: () => void calls.changeCamera("next"),
    startShare: () => calls.dispatch({ type: "shareRequested" }),
    stopShare: () => calls.dispatch({ type: "shareStopRequested" }),
    showSources: (kind) => calls.shareFlow.showSources(kind),
    lookAgain: () => calls.shareFlow.lookAgain(),
    dismissSoundEnd: () => dismissSoundEnd(stores.shareSound),
    switchShare: () => calls.dispatch({ type: "shareSwitchRequested" }),
    pauseShare: (paused) => calls.dispatch({ type: "sharePauseRequested", paused }),
    pickSource: (sourceId) => calls.shareFlow.pick(sourceId),
    pickAudio: (plan, appId) => calls.shareFlow.pickAudio(plan, appId),
    confirmShare: () => void calls.shareFlow.confirm(),
    drawInk: (stroke, points) => calls.ink.draw(stroke, points),
    pointInk: (at) => calls.ink.point(at),
    allowInk: (allowed) => calls.ink.allow(allowed),
    cancelPicker: () => calls.shareFlow.cancel(),
  } satisfies Partial<Intents>;
}

function settingsIntents({ platform, stores, calls, preview, ringer }: Parts) {
  const set = (change: Partial<ReturnType<typeof stores.settings.getState>>) => {
    stores.settings.setState(change);
    saveSettings(localStorage, stores.settings.getState());
  };
  return {
    openSettings: (open) => (open ? void preview.open() : preview.close()),
    setTheme: (theme) => set({ theme }),
    setAlwaysRelay: (alwaysRelay) => set({ alwaysRelay }),
    setWhenBusy: (whenBusy) => set({ whenBusy }),
    setSharePreset(sharePreset) {
      set({ sharePreset });
      calls.shareQuality.presetChanged();
    },
    watchReceivedShare: (on) => calls.shareQuality.watchReceived(on),
    chooseDevice(kind, deviceId) {
      if (kind === "microphone") {
        set({ microphoneId: deviceId });
        if (calls.tracks.current.voice) void calls.tracks.changeMicrophone(deviceId);
      }
      if (kind === "camera") {
        set({ cameraId: deviceId });
        if (calls.tracks.current.camera) void calls.changeCamera({ deviceId });
        else void preview.open();
      }
      if (kind === "speaker") {
        set({ speakerId: deviceId });
        ringer.setSpeaker(deviceId);
      }
    },
    async setServerAddress(address) {
      const answer = await platform.setServerAddress(address);
      return answer.ok ? { ok: true, value: undefined } : answer;
    },
  } satisfies Partial<Intents>;
}
