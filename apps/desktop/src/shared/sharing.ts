/** A window or screen offered by the picker. */
export interface ShareSource {
  /** Chromium's DesktopMediaID, `window:<native id>:<n>` or `screen:<native id>:<n>`. */
  readonly id: string;
  readonly kind: "window" | "screen";
  readonly title: string;
  /** Name of the window's app; null for screens, or where the system does not tell. */
  readonly appName: string | null;
  /** JPEG data URL, at most 320x180; null when the system gave none. */
  readonly thumbnail: string | null;
  /** PNG data URL of the app's icon; null for screens or where unknown. */
  readonly appIcon: string | null;
}

/** What the open picker asks for. */
export interface ListingRequest {
  /** Everything, as when the picker opens; else only what changed since the listing before. */
  readonly afresh: boolean;
  /** What is looked at. Taking pictures costs, so the picker asks for those it shows. */
  readonly kinds: ShareSource["kind"] | "both";
}

/** A source as it is listed. A picture that is not there is the one of the listing before. */
export interface ListedSource extends Omit<ShareSource, "thumbnail" | "appIcon"> {
  readonly thumbnail?: ShareSource["thumbnail"];
  readonly appIcon?: ShareSource["appIcon"];
}

/** A program that can sound, offered where the system does not tell whose window was picked (Wayland). */
export interface SoundingApp {
  /** Opaque; valid until the app list is asked for again. */
  readonly id: string;
  readonly name: string;
}

/**
 * Which sound goes with a share. Never the plain loopback: it contains our own call, and the peer would hear
 * themselves. `app` is a process tree, so the words are "sound of <app>", never "of this window".
 */
export type AudioPlan = "app" | "systemWithoutUs" | "none";

/** Why a plan is not offered on this system. */
export type AudioUnavailable =
  | "windowsTooOld"
  | "macosTooOld"
  | "appTooOld"
  /** Linux without PipeWire's tools. */
  | "pipewireMissing"
  /** Flatpak or snap: the host's PipeWire is out of reach. */
  | "sandboxed"
  | "noProcess"
  /** Its process tree holds other apps, or our own call. */
  | "startsOthers"
  /** The system was tried and does not give the sound of one app. */
  | "notAlone"
  | "screenHasNoApp";

/** One line of the picker's sound choice. */
export interface AudioChoice {
  readonly plan: AudioPlan;
  readonly available: boolean;
  readonly reason?: AudioUnavailable;
  /** Name of the app whose sound it is, where known. */
  readonly appName?: string;
  /** The person has to name the app from the list of sounding apps, as the system does not tell it. */
  readonly needsApp?: boolean;
}

/** What the person chose in the picker. */
export interface ShareSelection {
  readonly sourceId: string;
  readonly audio: AudioPlan;
  /** With `app` where {@link AudioChoice.needsApp} says so. */
  readonly appId?: string;
}

/** What is being shared right now. `paused`: the other side sees a still picture and hears nothing of it. */
export interface SharedSource {
  readonly sourceId: string;
  readonly paused: boolean;
}

/** A wish about the running share from outside the page: its tray menu or the global key. */
export type ShareCommand = "stop" | "pause" | "resume";

/** What became of a shared window. Nothing of it can be seen while it is minimised. */
export interface SharedWindowState {
  readonly sourceId: string;
  readonly state: "normal" | "minimised" | "closed";
}

/** The key that stops a share from within every program. */
export interface StopKey {
  /** As it is written on this system's keyboards, e.g. `Ctrl+Shift+X`. */
  readonly keys: string;
  /** Another program has it, so it does nothing here. */
  readonly taken: boolean;
}

/**
 * Where the page gets the armed share's sound from: nowhere, from `getDisplayMedia` itself (Windows, macOS), or as
 * samples from the main process once the picture runs (Linux).
 */
export type ShareSoundWay = "none" | "display" | "samples";

/** Samples of a running share sound: interleaved stereo, signed 16 bit little endian, 48 kHz; some 20 ms each. */
export interface SoundChunk {
  readonly soundId: number;
  readonly samples: Uint8Array;
}

/** A share sound that stopped by itself and sends nothing any more. `lost`: its source vanished or its tool died. */
export interface SoundEnd {
  readonly soundId: number;
  readonly reason: "lost";
}
