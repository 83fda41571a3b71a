import { z } from "zod";
import type { AudioPlan, ShareSource } from "../../../shared/sharing";

const KEY = "sightline.shares";
/** Apps whose sound choice is kept. */
const MOST_APPS = 40;

const fingerprintSchema = z.number().int().min(0).max(0xffffffff);
const stored = z.object({
  last: z
    .object({ kind: z.enum(["window", "screen"]), app: fingerprintSchema.nullable(), title: fingerprintSchema })
    .nullable()
    .catch(null),
  sounds: z
    .array(z.object({ app: fingerprintSchema, plan: z.enum(["app", "systemWithoutUs", "none"]) }))
    .max(MOST_APPS)
    .catch([]),
});

/**
 * What was shared last, and which sound was chosen for which app. Titles and names are kept as fingerprints only: a
 * window's title can be the subject of a letter, and nobody should read it in this device's files.
 */
export type ShareMemory = z.infer<typeof stored>;

type Named = Pick<ShareSource, "id" | "kind" | "title" | "appName">;

export function loadShareMemory(storage: Pick<Storage, "getItem">): ShareMemory {
  return stored.parse(parsedJson(storage.getItem(KEY)) ?? {});
}

export function saveShareMemory(storage: Pick<Storage, "setItem">, memory: ShareMemory): void {
  storage.setItem(KEY, JSON.stringify(memory));
}

/**
 * @param chosen the sound the person chose themselves, or null when they left it as it was: a default is no wish, and
 * one that came from a missing tool would outlive its cause
 */
export function rememberShare(memory: ShareMemory, source: Named, chosen: AudioPlan | null): ShareMemory {
  const app = appOf(source);
  const last = { kind: source.kind, app, title: fingerprint(source.title) };
  if (chosen === null || app === null) return { ...memory, last };
  const others = memory.sounds.filter((sound) => sound.app !== app);
  return { last, sounds: [{ app, plan: chosen }, ...others].slice(0, MOST_APPS) };
}

/** The sound the person chose last for the app of this window. */
export function rememberedSound(memory: ShareMemory, source: Named): AudioPlan | null {
  const app = appOf(source);
  return memory.sounds.find((sound) => app !== null && sound.app === app)?.plan ?? null;
}

/**
 * The source that was shared last, if it is there: the same id and app (its title may have changed), else the same app
 * and title, if there is just one of them.
 * @param lastId its id, known only as long as the app runs: later it may mean another window
 */
export function lastShared<S extends Named>(
  memory: ShareMemory,
  lastId: string | null,
  sources: readonly S[],
): S | null {
  const { last } = memory;
  if (!last) return null;
  const ofApp = sources.filter((source) => source.kind === last.kind && appOf(source) === last.app);
  const same = ofApp.filter(({ title }) => fingerprint(title) === last.title);
  return ofApp.find(({ id }) => id === lastId) ?? (same.length === 1 ? (same[0] ?? null) : null);
}

function appOf({ appName }: Named): number | null {
  return appName === null ? null : fingerprint(appName);
}

/** FNV-1a, 32 bits: enough to know a name again, too little to tell it. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text.normalize("NFC"))) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

function parsedJson(text: string | null): object | null {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
