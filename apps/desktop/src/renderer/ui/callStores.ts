import type { CallKind, UserSummary } from "@sightline/protocol";
import type { StopKey } from "../../shared/sharing";

/** Who calls while a call runs. */
export interface WaitingStore {
  readonly caller: UserSummary | null;
  readonly kind: CallKind | null;
}

/** One kind of media in one direction. */
export interface MediaFigures {
  readonly codec: string | null;
  readonly kilobitsPerSecond: number;
  readonly picture: { readonly width: number; readonly height: number; readonly framesPerSecond: number } | null;
}

/** What the connection of the call does right now; holds no address. */
export interface CallFigures {
  /** ms; null: not measured yet. */
  readonly roundTrip: number | null;
  /** Share of lost packets, 0 to 1, in the worse direction. */
  readonly loss: number;
  readonly sending: { readonly audio: MediaFigures; readonly video: MediaFigures };
  readonly receiving: { readonly audio: MediaFigures; readonly video: MediaFigures };
  readonly path: {
    readonly relayed: boolean;
    readonly family: "IPv4" | "IPv6" | null;
    readonly protocol: "udp" | "tcp";
  } | null;
}

/** How the call is. Both null until it was measured. */
export interface CallQualityStore {
  readonly word: "good" | "fair" | "poor" | null;
  readonly figures: CallFigures | null;
}

/** Six digits to compare with the other side (R6); null while there is none. */
export interface SafetyCodeStore {
  readonly code: string | null;
}

/** What the desktop app gives a running share; a browser gives it nothing. */
export interface SharingStore {
  /** The key that stops the share from within every program; null where there is none. */
  readonly stopKey: StopKey | null;
}

/** Who may draw on whose shared picture. */
export interface InkStore {
  /** May I draw on what they share? They say so. */
  readonly mayDraw: boolean;
  /** May they draw on what I share? */
  readonly allowed: boolean;
}
