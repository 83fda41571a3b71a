/** A version as its numbers, and what people call it. */
interface Needed {
  readonly version: readonly number[];
  readonly name: string;
}

/**
 * What sound with a share needs: the main process decides by the numbers, the interface says the names. Both stand here
 * so that the words stay true to the decision.
 */
export const soundNeeds = {
  /** 2004 (19041) fails; the builds between were not measured and count as too old. */
  windows: { version: [10, 0, 19045], name: "Windows 10 version 22H2" },
  /** Older ones capture our own call with the system's sound, or nothing. */
  macos: { version: [14, 2], name: "macOS 14.2" },
  /** First one whose Chromium knows the device ids used (they are no documented API: re-check at every major). */
  electron: { version: [43, 4], name: "Electron 43.4" },
} satisfies Record<string, Needed>;
