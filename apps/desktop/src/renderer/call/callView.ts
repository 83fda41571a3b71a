import type { CallKind, EndReason, MediaState, UserSummary } from "@sightline/protocol";
import type { CallState } from "./callState";

/** State of one of my devices in a call. Everything but `on`, `off` and `opening` is a problem the UI explains. */
export type DeviceState =
  | "off"
  | "opening"
  | "on"
  /** The person or the system refused permission. */
  | "blocked"
  /** There is no such device. */
  | "missing"
  /** Another program holds it. */
  | "busy"
  /** It failed for another reason, or was unplugged. */
  | "failed";

/** What I send of a window or screen. All but `share` and `shareClosed` mean something only while it is on. */
export interface LocalShare {
  readonly share: "off" | "starting" | "on";
  /** `none`: the share goes on without sound. */
  readonly shareSound: "none" | "on";
  /** The other side keeps the last picture; nothing new of picture or sound leaves. */
  readonly sharePaused: boolean;
  /** The shared window is minimised, so there is nothing new to be seen of it. */
  readonly shareHidden: boolean;
  /** Another source is being chosen or opened while this one goes on. */
  readonly shareSwitching: boolean;
  /** The last share ended because its window was closed. */
  readonly shareClosed: boolean;
}

export interface LocalMedia extends LocalShare {
  readonly microphone: DeviceState;
  readonly camera: DeviceState;
}

export type CallRole = "caller" | "callee";
export type LinkState = "connecting" | "connected" | "reconnecting";

/** What the screens draw: the call as a person sees it. */
export type CallView =
  | { readonly screen: "none" }
  | {
      readonly screen: "outgoing";
      readonly peer: UserSummary;
      readonly kind: CallKind;
      /** `reaching`: the server has not answered yet; `ringing`: their devices ring. */
      readonly status: "reaching" | "ringing";
      readonly local: LocalMedia;
    }
  | { readonly screen: "incoming"; readonly peer: UserSummary; readonly kind: CallKind }
  | {
      readonly screen: "inCall";
      readonly peer: UserSummary;
      readonly kind: CallKind;
      readonly link: LinkState;
      /** Local clock, ms since 1970, when media first connected; null before. */
      readonly connectedAt: number | null;
      readonly local: LocalMedia;
      readonly remote: MediaState;
    }
  | {
      readonly screen: "ended";
      readonly peer: UserSummary;
      readonly kind: CallKind;
      readonly role: CallRole;
      readonly reason: EndReason | "selfBusy" | "rateLimited" | "serverAway";
      /** Did I end it (hang up, decline, cancel)? */
      readonly byMe: boolean;
      readonly durationSeconds: number | null;
      /** My other device that answered or declined, where its name is known. */
      readonly device?: string;
    };

export type ViewOf = (state: CallState) => CallView;
