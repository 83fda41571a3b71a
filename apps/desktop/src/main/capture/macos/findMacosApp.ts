import type { ProcessFound } from "../audioPlan";
import type { FindProcess } from "../chromiumSound";
import { appSoundId } from "../soundDeviceId";
import type { Trial } from "./appSoundTrial";
import { readWindowApp, WINDOW_APP_SCRIPT, windowNumber } from "./windowApp";

interface Parts {
  readonly runScript: (script: string, values: readonly string[]) => Promise<string>;
  readonly works: (trial: Trial) => Promise<boolean>;
  readonly ownProcessId: number;
}

/** Finds the app whose sound goes with a window, where its sound alone is proven to be had. */
export function findMacosApp({ runScript, works, ownProcessId }: Parts): FindProcess {
  return async ({ id }): Promise<ProcessFound> => {
    const number = windowNumber(id);
    if (number === null) return "noProcess";
    const app = readWindowApp(await runScript(WINDOW_APP_SCRIPT, [number, String(ownProcessId)]));
    if (typeof app === "string" || app.bundleId === undefined) return app;
    return (await works({ sourceId: id, deviceId: appSoundId(app.bundleId) })) ? app : "notAlone";
  };
}
