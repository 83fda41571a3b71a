import type { SystemInput } from "../../../shared/desktopApi";
import { IDLE_AFTER_MS } from "../../../shared/idle";

export interface Input {
  /** What the system says of input anywhere; null where nothing tells. */
  readonly system: SystemInput | null;
  /** Since the last input to this page, ms. */
  readonly pageQuietMs: number;
}

/**
 * Is nobody at this device? A lock says so at once. Otherwise input anywhere is a sign of life, whether the page is on the
 * screen or not: who reads another tab is there. Browsers tell of their own page alone.
 */
export function isIdle({ system, pageQuietMs }: Input): boolean {
  if (system === "locked") return true;
  return system !== "active" && pageQuietMs >= IDLE_AFTER_MS;
}
