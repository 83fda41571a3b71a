import type { CheckName, Progress } from "../../doctor/checkUp";
import type { Grade, Verdict } from "../../doctor/diagnosis";

/** A check of the connection, as the dialog draws it. */
export interface DoctorStore {
  readonly checks: Readonly<Record<CheckName, Progress>>;
  /** Null until all checks are through. */
  readonly result: {
    readonly verdict: Verdict;
    readonly grades: Readonly<Record<CheckName, Grade>>;
    /** JSON text without addresses, names and secrets. */
    readonly report: string;
  } | null;
}

export interface DoctorIntents {
  /** Checks everything anew; inside a click, since devices are opened. */
  checkConnection(): void;
  /** Nobody looks any more: devices are given back at once. */
  stopCheck(): void;
  /** False where the browser refuses the clipboard. */
  copyReport(): Promise<boolean>;
}
