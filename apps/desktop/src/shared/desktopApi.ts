import type { DrawnInk } from "@sightline/protocol";
import type {
  AudioChoice,
  ListedSource,
  ListingRequest,
  ShareCommand,
  SharedSource,
  SharedWindowState,
  ShareSelection,
  ShareSoundWay,
  SoundChunk,
  SoundEnd,
  SoundingApp,
  StopKey,
} from "./sharing";

/** What `window.sightline` offers the renderer in the desktop app; absent in a browser. The only bridge there is. */
export interface DesktopApi {
  readonly info: {
    readonly version: string;
    readonly platform: "win32" | "darwin" | "linux";
    /** Address of the signaling server, e.g. `https://calls.example.org`; the page's CSP lets it talk to no other. */
    readonly serverAddress: string;
    /**
     * May the picker ask for the sources again and again? On Wayland each time opens the system's own dialog
     * (https://www.electronjs.org/docs/latest/api/desktop-capturer), which a person should see once.
     */
    readonly sourcesCanRefresh: boolean;
  };
  readonly session: {
    /** The stored session token, or null when there is none. */
    load(): Promise<string | null>;
    /** Stores (or with null, forgets) the token. `persisted` is false when this system has no key store to keep it in. */
    save(token: string | null): Promise<{ persisted: boolean }>;
  };
  readonly server: {
    /** Checks the address, remembers it and reloads the page under a policy for the new server; the session is forgotten. */
    setAddress(address: string): Promise<{ ok: true } | { ok: false; reason: "invalid" | "insecure" }>;
  };
  readonly calls: {
    /** What is going on decides permissions (R39), the ring window and sleep blocking. */
    setActivity(activity: CallActivity): Promise<void>;
    /** A ring answered from the notification. Returns the function that unsubscribes. */
    onRingAction(listener: (action: RingAction) => void): () => void;
  };
  readonly sharing: {
    /** Windows and screens that can be shared, without our own. Rejects where the system refused, or its dialog was closed. */
    listSources(request: ListingRequest): Promise<ListedSource[]>;
    /** What sound can go with a source on this system, and why not. */
    audioChoices(sourceId: string): Promise<AudioChoice[]>;
    /** Programs that sound or have sounded, by name; empty where the system tells whose window it is. */
    soundingApps(): Promise<SoundingApp[]>;
    /** Arms one `getDisplayMedia` call (single use, a few seconds to live) with the picked source. */
    arm(selection: ShareSelection): Promise<{ ok: true; sound: ShareSoundWay } | { ok: false }>;
    /** Tells what is shared from now on, or null when nothing is: what marks and follows the shared window needs it. */
    setShared(shared: SharedSource | null): Promise<void>;
    /** Shows on the shared window itself what the other side draws there, where the system can; null wipes it all off. */
    showInk(drawn: DrawnInk | null): Promise<void>;
    /** Starts the sound of the source armed last, where its way is `samples`; null when it cannot be had any more. */
    startSound(): Promise<{ soundId: number } | null>;
    stopSound(soundId: number): Promise<void>;
    /** All of these return the function that unsubscribes. */
    onCommand(listener: (command: ShareCommand) => void): () => void;
    onWindowState(listener: (state: SharedWindowState) => void): () => void;
    onStopKey(listener: (key: StopKey | null) => void): () => void;
    onSoundChunk(listener: (chunk: SoundChunk) => void): () => void;
    onSoundEnd(listener: (end: SoundEnd) => void): () => void;
  };
  readonly links: {
    /** A link `sightline://call/<username>` was opened: show that person, never dial. Returns the function that unsubscribes. */
    onPerson(listener: (username: string) => void): () => void;
    /** A link `sightline://room/<id>` was opened: show the room's door, never go in. */
    onRoom(listener: (roomId: string) => void): () => void;
  };
  readonly system: {
    /** Opens the system's privacy settings for a blocked device; false where the system has no such page. */
    openPrivacySettings(device: "microphone" | "camera" | "screen"): Promise<boolean>;
    /** The computer was asleep. Returns the function that unsubscribes. */
    onWake(listener: () => void): () => void;
    /** How it is with input to the whole computer, when it changes and after each load of the page. */
    onInput(listener: (input: SystemInput) => void): () => void;
  };
}

/**
 * `idle`: nobody has touched the computer for five minutes, or nothing is known of it. `locked`: it asks for a password before
 * anything else.
 */
export type SystemInput = "active" | "idle" | "locked";

/** `idle`: no devices may be opened. `preview`: settings are open. `ringing` shows the window and a notification. */
export type CallActivity =
  | { readonly phase: "idle" }
  | { readonly phase: "preview" }
  | { readonly phase: "ringing"; readonly peerName: string }
  | { readonly phase: "inCall" };

export type RingAction = "accept" | "decline" | "open";
