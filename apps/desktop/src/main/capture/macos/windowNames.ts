import { z } from "zod";
import { windowNumber } from "./windowApp";

/** Names of all windows' apps, as pairs of window number and name. Takes no permission either. */
export const WINDOW_NAMES_SCRIPT = `
ObjC.import("CoreGraphics");
function run() {
  const windows = ObjC.castRefToObject($.CGWindowListCopyWindowInfo($.kCGWindowListOptionAll, $.kCGNullWindowID));
  const names = [];
  for (let index = 0; index < windows.count; index += 1) {
    const window = windows.objectAtIndex(index);
    const name = ObjC.unwrap(window.objectForKey("kCGWindowOwnerName"));
    if (name) names.push([String(ObjC.unwrap(window.objectForKey("kCGWindowNumber"))), String(name).slice(0, 100)]);
  }
  return JSON.stringify(names);
}
`;

const namesSchema = z.array(z.tuple([z.string().regex(/^\d{1,10}$/), z.string().max(200)])).max(10_000);

/** The picker asks for all windows at once: they share one answer, which is kept this long. */
const KEPT_MS = 2_000;

/**
 * Names of windows' apps.
 * @param now clock in milliseconds that only goes forward
 */
export function createWindowNames(
  runScript: (script: string, values: readonly string[]) => Promise<string>,
  now: () => number,
) {
  let asked: { readonly at: number; readonly names: Promise<ReadonlyMap<string, string>> } | null = null;

  async function ask(): Promise<ReadonlyMap<string, string>> {
    return new Map(namesSchema.parse(JSON.parse(await runScript(WINDOW_NAMES_SCRIPT, []))));
  }

  return async ({ id }: { readonly id: string }): Promise<string | null> => {
    const number = windowNumber(id);
    if (number === null) return null;
    if (!asked || now() - asked.at > KEPT_MS) asked = { at: now(), names: ask() };
    return (await asked.names).get(number) ?? null;
  };
}
