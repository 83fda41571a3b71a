import type { Contact } from "@sightline/protocol";
import type { Ringer } from "../media/ringer";
import type { Platform } from "../platform/platform";
import type { Intents, Stores } from "../ui/appContext";
import type { DoctorIntents } from "../ui/doctor/doctorContext";
import { createFarewellIntents } from "./account/farewellIntents";
import { createCredentialsIntents } from "./account/credentialsIntents";
import { createRecoveryIntents } from "./account/recoveryIntents";
import { createInvitationIntents } from "./account/invitationIntents";
import { createSecurityIntents } from "./account/securityIntents";
import type { CallFlow } from "./callFlow";
import { createDeviceIntents } from "./devices/deviceIntents";
import { isDone } from "./done";
import type { SelfView } from "./devices/selfView";
import type { VoiceMeter } from "./devices/voiceMeter";
import type { createNotices } from "./notices";
import type { createPeople } from "./people";
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
  /** Oneself in the settings. */
  readonly preview: SelfView;
  /** Oneself in front of a room and inside. */
  readonly mirror: SelfView;
  readonly meter: VoiceMeter;
  readonly doctor: DoctorIntents;
  readonly ringer: Ringer;
  readonly notices: ReturnType<typeof createNotices>;
}

/** What views may ask for, each handed to the part that does it. */
export function createIntents(parts: Parts): Intents {
  const { platform, stores, session, people, calls, rooms, notices } = parts;
  return {
    ...callIntents(parts),
    ...settingsIntents(parts),
    ...parts.doctor,
    ...createSecurityIntents(session),
    ...createFarewellIntents(session),
    ...createCredentialsIntents(session, stores.session),
    ...createRecoveryIntents(session.link.http, stores.mailedLink),
    ...createInvitationIntents({ platform, http: session.link.http, notify: notices.notify }),
    ...createRoomIntents({ ...parts, notify: notices.notify }),
    signUp: (input) => session.signUp(input),
    logIn: (input) => session.logIn(input),
    finishLogIn: (code) => session.finishLogIn(code),
    abandonLogIn: () => session.abandonLogIn(),
    changeName: (name) => session.changeName(name),
    changePicture: (file) => session.changePicture(file),
    removePicture: () => session.removePicture(),
    async logOut() {
      // The other side must hear of it while the socket still stands.
      calls.leave();
      rooms.signedOut();
      await session.logOut();
    },
    searchPeople: (query) => people.find(query),
    requestContact: (username) => people.request(username),
    acceptContact: (userId) => people.accept(userId),
    removeContact: (userId) => people.remove(userId),
    selectPerson: (userId) => people.select(userId),
    blockPerson: (userId) => people.block(userId),
    unblockPerson: (userId) => people.unblock(userId),
    listBlocked: () => people.listBlocked(),
    changePreferences: (change) => people.changePreferences(change),
    openPrivacySettings: (device) => platform.openPrivacySettings(device),
    dismissNotice: (id) => notices.dismiss(id),
  };
}

function callIntents({ calls, stores }: Parts) {
  return {
    call(peer, kind) {
      const { connectEarly: warm } = stores.settings.getState();
      const known = ({ user, state }: Contact) => user.id === peer.id && state === "accepted";
      const stranger = !stores.people.getState().contacts.some(known);
      calls.dispatch({ type: "callRequested", callId: crypto.randomUUID(), peer, kind, warm, stranger });
    },
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

function settingsIntents({ platform, stores, calls, preview, mirror, ringer, meter }: Parts) {
  const set = (change: Partial<ReturnType<typeof stores.settings.getState>>) => {
    stores.settings.setState(change);
    saveSettings(localStorage, stores.settings.getState());
  };
  return {
    // During a call its own picture is on screen.
    openSettings: (open) => preview.show(open && !calls.busy() ? { camera: true, microphone: true } : null),
    setTheme: (theme) => set({ theme }),
    setAlwaysRelay: (alwaysRelay) => set({ alwaysRelay }),
    setConnectEarly: (connectEarly) => set({ connectEarly }),
    setWhenBusy: (whenBusy) => set({ whenBusy }),
    setSharePreset(sharePreset) {
      set({ sharePreset });
      calls.shareQuality.presetChanged();
    },
    watchReceivedShare: (on) => calls.shareQuality.watchReceived(on),
    ...createDeviceIntents({ set, calls, selfViews: [preview, mirror], ringer, meter }),
    async setServerAddress(address) {
      const answer = await platform.setServerAddress(address);
      return answer.ok ? isDone : answer;
    },
  } satisfies Partial<Intents>;
}
