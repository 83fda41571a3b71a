import type { CallKind, ErrorCode, InkPoint, Me, UserSummary } from "@sightline/protocol";
import { createContext, use } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { CallView } from "../call/callView";
import type { InkSheet } from "../../shared/inkSheet";
import type { DoctorIntents, DoctorStore } from "./doctor/doctorContext";
import type { DeviceIntents, DeviceSettings, DevicesStore, VoiceLevelStore } from "./devices/deviceContext";
import type { AccountIntents } from "./account/accountContext";
import type { PeopleIntents, PeopleStore } from "./people/peopleContext";
import type { RoomIntents, RoomsStore } from "./rooms/roomContext";
import type { NewAccount, ServerStore } from "./session/serverContext";
import type { MailedLink } from "../../shared/secretLink";
import type { RecoveryIntents } from "./session/recoveryContext";
import type { CallQualityStore, InkStore, SafetyCodeStore, SharingStore, WaitingStore } from "./callStores";
import type { AudioChoice, ShareSource, SoundingApp } from "../../shared/sharing";

/** The words' key of what went wrong and, where it belongs to an input, its field. */
export interface Failure {
  readonly code: ErrorCode | "network.unreachable";
  readonly field?: string;
  readonly retryAfterSeconds?: number;
}
export type Outcome<T = void> = { ok: true; value: T } | { ok: false; failure: Failure };

export interface SessionStore {
  /** `starting` until a stored session was checked. */
  readonly status: "starting" | "signedOut" | "signedIn";
  readonly me: Me | null;
  /** The password was right, and a code of the authenticator app is asked for. */
  readonly codeAsked: boolean;
  /** The session was ended from elsewhere, or was over by its age. */
  readonly endedHere: boolean;
  /** Socket to the server. `outdated`: this client speaks another protocol version than the server. */
  readonly connection: "connecting" | "online" | "offline" | "outdated";
  /** False when the system has no key store, so the log-in lasts until the app quits. */
  readonly remembered: boolean;
}

export interface SettingsStore extends DeviceSettings {
  readonly theme: "system" | "light" | "dark";
  /** What somebody gets who calls while I am in a call: to wait beside it, or busy at once. */
  readonly whenBusy: "wait" | "busy";
  /** How a share is sent; `auto` decides by how much its picture changes. */
  readonly sharePreset: "auto" | "text" | "motion";
  /** Calls go through a relay only, so that nobody called learns this network's address. */
  readonly alwaysRelay: boolean;
  /** Calls connect while they ring, without picture or sound, so that an answered one starts at once. */
  readonly connectEarly: boolean;
}

/** What is really sent or received of a share. */
export interface ShareFigures {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly codec: string;
  readonly kilobitsPerSecond: number;
}

export interface ShareQualityStore {
  /** How my share is sent right now. */
  readonly style: "text" | "motion";
  /** null: nothing to tell (yet), or nobody looks. */
  readonly sending: ShareFigures | null;
  readonly receiving: ShareFigures | null;
}

/** What was picked: the source, and the sound that goes with it. */
export interface PickedShare {
  readonly source: ShareSource;
  readonly audio: AudioChoice["plan"];
  /** The app whose sound it is, where the person chose it from the list of sounding apps. */
  readonly app: SoundingApp | null;
  /** Name of the app whose sound it is, where it is known. */
  readonly soundOf: string | null;
}

export interface PickerStore {
  /** The picker exists only in the desktop app; a browser shows its own. */
  readonly open: boolean;
  /** `switch`: a share is running and goes on until another one takes its place. */
  readonly purpose: "start" | "switch";
  /** The system's own dialog does the picking (Wayland): there is one source, the one picked there. */
  readonly pickedOutside: boolean;
  /** Which of the two tabs is shown. */
  readonly kind: ShareSource["kind"];
  readonly loading: boolean;
  /** Why there is nothing to choose from: the system's own dialog was closed, or the system refused. */
  readonly trouble: "cancelled" | "failed" | null;
  readonly sources: readonly ShareSource[];
  readonly selectedId: string | null;
  readonly audioChoices: readonly AudioChoice[];
  /** The choices are those of the source before: the selected one's are on their way. */
  readonly audioPending: boolean;
  readonly audio: AudioChoice["plan"];
  /** Apps to choose the sound from where a choice says `needsApp`, and the chosen one. */
  readonly soundingApps: readonly SoundingApp[];
  readonly appId: string | null;
  /** What runs as the share: stays while the picker is open again, goes with the share. */
  readonly shared: PickedShare | null;
}

/** The sound of the running share, as it is sent. */
export interface ShareSoundStore {
  /** Loudness, dB relative to full scale; null while it is not measured. */
  readonly level: number | null;
  /** Nothing has come from the source yet, a second after it began. */
  readonly silent: boolean;
  /** The browser processes it although it was asked not to. */
  readonly altered: boolean;
  /** Why the share goes on without sound. */
  readonly ended: "echo" | "lost" | "failed" | null;
}

export interface Notice {
  readonly id: string;
  readonly tone: "info" | "success" | "warning" | "danger";
  /** Key into the string catalogue's `notices`. */
  readonly message: NoticeKey;
  readonly peerName?: string;
  /** Names of the device it is about, and of the one used instead. */
  readonly device?: string;
  readonly instead?: string;
}
export type NoticeKey =
  | "contactRequestReceived"
  | "contactRequestSent"
  | "contactAccepted"
  | "shareEndedByPeer"
  | "shareClosedByPeer"
  | "shareEnded"
  | "shareClosed"
  | "shareSwitchFailed"
  | "shareFailed"
  | "shareBlocked"
  | "microphoneGone"
  | "microphoneBack"
  | "microphoneSystem"
  | "speakerGone"
  | "speakerBack"
  | "speakerSystem"
  | "cameraLost"
  | "microphoneSwitchFailed"
  | "cameraSwitchFailed"
  | "notRemembered"
  | "linkToStranger"
  | "requestFailed"
  | "roomLinkCopied"
  | "roomLinkNotCopied"
  | "invitationCopied"
  | "invitationNotCopied";

export interface Stores {
  readonly session: StoreApi<SessionStore>;
  readonly server: StoreApi<ServerStore>;
  readonly people: StoreApi<PeopleStore>;
  readonly call: StoreApi<CallView>;
  readonly devices: StoreApi<DevicesStore>;
  readonly voiceLevel: StoreApi<VoiceLevelStore>;
  readonly settings: StoreApi<SettingsStore>;
  readonly picker: StoreApi<PickerStore>;
  readonly shareSound: StoreApi<ShareSoundStore>;
  readonly sharing: StoreApi<SharingStore>;
  readonly shareQuality: StoreApi<ShareQualityStore>;
  readonly waiting: StoreApi<WaitingStore>;
  readonly callQuality: StoreApi<CallQualityStore>;
  readonly safetyCode: StoreApi<SafetyCodeStore>;
  readonly ink: StoreApi<InkStore>;
  readonly rooms: StoreApi<RoomsStore>;
  readonly doctor: StoreApi<DoctorStore>;
  readonly mailedLink: StoreApi<{ readonly link: MailedLink | null }>;
  readonly notices: StoreApi<{ readonly notices: readonly Notice[] }>;
}

/** Everything a view may ask for. Views never do it themselves. */
export interface Intents
  extends PeopleIntents,
    RoomIntents,
    DeviceIntents,
    DoctorIntents,
    RecoveryIntents,
    AccountIntents {
  signUp(input: NewAccount): Promise<Outcome>;
  logIn(input: { login: string; password: string }): Promise<Outcome>;
  /** By a code of the authenticator app or a recovery code, where the session store says that one is asked for. */
  finishLogIn(code: string): Promise<Outcome>;
  /** Back to the password. */
  abandonLogIn(): void;
  logOut(): Promise<void>;

  call(peer: UserSummary, kind: CallKind): void;
  accept(options: { camera: boolean }): void;
  decline(): void;
  hangUp(): void;
  dismissEnded(): void;
  /** Hangs up the running call and answers the one that waits, with the camera off. */
  answerWaiting(): void;
  declineWaiting(): void;
  /** Shows them no more; they hear busy when the ring time is over. */
  ignoreWaiting(): void;
  toggleMicrophone(): void;
  toggleCamera(): void;
  /** Front <-> back on phones, else the next camera. */
  switchCamera(): void;
  /** Opens the picker (desktop) or the browser's own; inside a click. */
  startShare(): void;
  stopShare(): void;
  /** The person has read why the share has no sound any more. */
  dismissSoundEnd(): void;
  /** Lets another source be chosen while the share runs; inside a click, too. */
  switchShare(): void;
  pauseShare(paused: boolean): void;

  showSources(kind: ShareSource["kind"]): void;
  /** After the system's own dialog was closed, or refused. */
  lookAgain(): void;
  pickSource(sourceId: string): void;
  /** @param appId with `app`, one of the sounding apps, where the choice says `needsApp` */
  pickAudio(plan: AudioChoice["plan"], appId?: string): void;
  /** Starts sharing the picked source; inside a click. */
  confirmShare(): void;
  cancelPicker(): void;

  /** More points of one of my strokes on what they share; the number tells the strokes of a share apart. */
  drawInk(stroke: number, points: InkPoint[]): void;
  /** Where I point at on what they share; null: nowhere. */
  pointInk(at: InkPoint | null): void;
  /** Whether they may draw on what I share; when not, what they drew vanishes at once. */
  allowInk(allowed: boolean): void;

  openSettings(open: boolean): void;
  /** Remembered, and at once in the running share. */
  setSharePreset(preset: SettingsStore["sharePreset"]): void;
  /** Somebody looks at the figures of the received share. */
  watchReceivedShare(on: boolean): void;
  setWhenBusy(whenBusy: SettingsStore["whenBusy"]): void;
  setTheme(theme: SettingsStore["theme"]): void;
  /** From the next call on. */
  setAlwaysRelay(on: boolean): void;
  setConnectEarly(on: boolean): void;
  setServerAddress(address: string): Promise<Outcome | { ok: false; reason: "invalid" | "insecure" }>;
  openPrivacySettings(device: "microphone" | "camera" | "screen"): Promise<boolean>;
  dismissNotice(id: string): void;
}

/** What is drawn on a shared picture, kept outside the stores since it changes with each move of a hand. */
export interface InkBoard {
  current(): InkSheet;
  /** The clock of the sheet, ms. */
  now(): number;
  /** Calls back after each change; returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void;
}

/** The pictures and sounds of a call, kept outside the stores. */
export type StreamName =
  | "localCamera"
  | "localShare"
  | "remoteCamera"
  | "remoteVoice"
  | "remoteShare"
  | "remoteShareSound"
  | "preview";

export interface Streams {
  get(name: StreamName): MediaStream | null;
  /** Calls back after each change of any stream; returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void;
}

export interface AppContext {
  readonly stores: Stores;
  readonly intents: Intents;
  readonly streams: Streams;
  /** What they draw on my share, and what I draw on theirs. */
  readonly ink: { readonly onMine: InkBoard; readonly onTheirs: InkBoard };
  readonly platform: {
    readonly kind: "desktop" | "browser";
    readonly system: "windows" | "macos" | "linux" | "android" | "ios" | "other";
    /** Can this device share a screen at all? Phones cannot. */
    readonly canShare: boolean;
    /** The signaling server's address; editable in the desktop app only. */
    readonly serverAddress: string;
    readonly version: string;
  };
}

const context = createContext<AppContext | null>(null);

/** Provided once by `app/`, around the whole tree. */
export const AppContextProvider = context.Provider;

export function useApp(): AppContext {
  const app = use(context);
  if (!app) throw new Error("useApp is called outside AppContextProvider");
  return app;
}
