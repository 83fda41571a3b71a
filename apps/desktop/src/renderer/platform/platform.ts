import type { CallActivity, DesktopApi, RingAction, SystemInput } from "../../shared/desktopApi";
import type { SecretLink } from "../../shared/secretLink";
import type { NetworkNews } from "./network";

/** What the app needs from where it runs: the desktop app or a browser. */
export interface Platform {
  readonly kind: "desktop" | "browser";
  readonly system: "windows" | "macos" | "linux" | "android" | "ios" | "other";
  /** Origin of the signaling server. */
  readonly serverAddress: string;
  readonly version: string;
  /** Whether this device can share a window or screen; phones cannot. */
  readonly canShare: boolean;
  /** The stored session token; always null in a browser, where an HttpOnly cookie holds it. */
  loadToken(): Promise<string | null>;
  saveToken(token: string | null): Promise<{ persisted: boolean }>;
  setServerAddress(address: string): ReturnType<DesktopApi["server"]["setAddress"]>;
  /** Tells what the call is doing; resolves when devices may be opened accordingly. */
  setActivity(activity: CallActivity): Promise<void>;
  onRingAction(listener: (action: RingAction) => void): void;
  /** A link to a person was opened. */
  onPersonLink(listener: (username: string) => void): void;
  /** A link to a room was opened; in a browser, the page's own address may be one. */
  onRoomLink(listener: (roomId: string) => void): void;
  /** Puts the room into the page's address, so that a reload finds it again; null: no room. */
  showRoom(roomId: string | null): void;
  /** A link with a secret was opened: one out of a mail, or an invitation. */
  onSecretLink(listener: (link: SecretLink) => void): void;
  /** How it is with input outside this page, where the system tells: see `SystemInput`. */
  onSystemInput(listener: (input: SystemInput) => void): void;
  onNetworkNews(listener: (news: NetworkNews) => void): void;
  /** Asks once for the right to show notifications, where that is a question at all. */
  askForNotifications(): void;
  openPrivacySettings(device: "microphone" | "camera" | "screen"): Promise<boolean>;
  /** Our own picker's source of windows; null where the browser brings its own picker. */
  readonly sharing: (DesktopApi["sharing"] & { readonly canRefresh: boolean }) | null;
}
