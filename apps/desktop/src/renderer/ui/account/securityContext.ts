import type { Activity, Device } from "@sightline/protocol";
import type { Outcome } from "../appContext";

export interface TwoFactorState {
  readonly on: boolean;
  readonly recoveryCodesLeft: number;
}

/** What log-in asks for, asked again before something great. */
export interface Proof {
  readonly password: string;
  readonly code: string;
}

/** The same, with a code only where log-in asks for one. */
export interface ShownAgain {
  readonly password: string;
  readonly code?: string | undefined;
}

/** What one may ask and do about the safety of one's own account. */
export interface SecurityIntents {
  /** Newest first. */
  recentActivity(): Promise<Outcome<Activity[]>>;
  twoFactor(): Promise<Outcome<TwoFactorState>>;
  /** Answers the secret to type into an authenticator app, and the address a QR code says. */
  beginTwoFactor(password: string): Promise<Outcome<{ secret: string; uri: string }>>;
  /** Answers the recovery codes, which can be shown now and never again. */
  confirmTwoFactor(code: string): Promise<Outcome<readonly string[]>>;
  endTwoFactor(proof: Proof): Promise<Outcome<unknown>>;
  renewRecoveryCodes(proof: Proof): Promise<Outcome<readonly string[]>>;
  /** False where the system refuses the clipboard. */
  copyText(text: string): Promise<boolean>;
  /** As a file, where the system saves what is downloaded. */
  saveText(name: string, text: string): void;
  /** Where I am logged in, last used first. */
  listDevices(): Promise<Outcome<Device[]>>;
  revokeDevice(id: string): Promise<Outcome<unknown>>;
  revokeOtherDevices(): Promise<Outcome<unknown>>;
}
