/** A source the person picked, waiting for the page's `getDisplayMedia`. */
interface ArmedShare {
  readonly sourceId: string;
  readonly title: string;
  /** Chromium's audio device id, or null for no sound. */
  readonly audioDeviceId: string | null;
}

export interface ArmedShareStore {
  arm(share: ArmedShare): void;
  disarm(): void;
  isArmed(): boolean;
  /** Hands the share out once. */
  take(): ArmedShare | null;
}

/** Long enough for a page on a busy machine, too short to be used for anything the person no longer thinks of. */
const LIFETIME_MS = 10_000;

/** @param now clock in milliseconds that only goes forward */
export function createArmedShareStore(now: () => number): ArmedShareStore {
  let armed: { share: ArmedShare; until: number } | null = null;
  const isArmed = () => armed !== null && now() < armed.until;
  return {
    arm(share) {
      armed = { share, until: now() + LIFETIME_MS };
    },
    disarm() {
      armed = null;
    },
    isArmed,
    take() {
      const share = isArmed() ? armed?.share : null;
      armed = null;
      return share ?? null;
    },
  };
}
