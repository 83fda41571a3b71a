import { z } from "zod";
import { readJsonFile, writeJsonFile } from "../../jsonFile";

/** What is tried: the sound of one bundle, with a picture of its window. */
export interface Trial {
  readonly sourceId: string;
  readonly deviceId: string;
}

/**
 * What came of a trial. `heardUs`: the sound held what we play ourselves, so the peer would hear themselves.
 * `undecided`: it did not come to a result, and says nothing about the system.
 */
export type TrialResult = "works" | "fails" | "heardUs" | "undecided";

/** What the verdict holds for: another Electron or another macOS is tried anew. */
export interface TrialVersions {
  readonly electron: string;
  readonly system: string;
}

const rememberedSchema = z.object({
  electron: z.string(),
  system: z.string(),
  works: z.boolean(),
  /** Trials that failed, while `works` is false. */
  failures: z.number().int().nonnegative(),
});
type Remembered = z.infer<typeof rememberedSchema>;

/** An app may fail by itself, as one that never sounded does. After so many it is the system. */
const MOST_FAILURES = 3;

/** The next thing to remember; what is undecided changes nothing. */
function remember(before: Remembered, result: TrialResult): Remembered {
  if (result === "works") return { ...before, works: true, failures: 0 };
  if (result === "heardUs") return { ...before, works: false, failures: MOST_FAILURES };
  return result === "fails" ? { ...before, works: false, failures: before.failures + 1 } : before;
}

export interface AppSoundParts {
  /** Where verdicts are kept. */
  readonly file: string;
  readonly versions: TrialVersions;
  readonly tryOut: (trial: Trial) => Promise<TrialResult>;
}

/**
 * Is the sound of one app to be had? The device id for it is no documented API and was never measured on macOS, so it
 * is tried before it is offered, and the verdict is remembered for this Electron on this macOS. One trial at a time, and
 * of one bundle once per run.
 */
export function createAppSoundTrial({ file, versions, tryOut }: AppSoundParts) {
  const tried = new Set<string>();
  let known: Remembered | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function load(): Promise<Remembered> {
    const read = known ?? (await readJsonFile(file, rememberedSchema));
    const isOfNow = read?.electron === versions.electron && read.system === versions.system;
    return isOfNow ? read : { ...versions, works: false, failures: 0 };
  }

  async function decide(trial: Trial): Promise<boolean> {
    known = await load();
    if (known.works || known.failures >= MOST_FAILURES || tried.has(trial.deviceId)) return known.works;
    tried.add(trial.deviceId);
    const next = remember(known, await tryOut(trial).catch((): TrialResult => "undecided"));
    if (next !== known) await writeJsonFile(file, next).catch(() => undefined);
    known = next;
    return known.works;
  }

  return {
    works(trial: Trial): Promise<boolean> {
      const decided = last.then(() => decide(trial));
      last = decided.catch(() => undefined);
      return decided;
    },
  };
}
