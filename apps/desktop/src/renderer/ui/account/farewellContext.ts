import type { Outcome } from "../appContext";
import type { ShownAgain } from "./securityContext";

/** Taking one's data along, and leaving for good. */
export interface FarewellIntents {
  /** Saves all that the server holds about me as a file; inside a click. */
  exportData(): Promise<Outcome>;
  /** For good. Logs out where it worked. */
  deleteAccount(shown: ShownAgain): Promise<Outcome>;
}
