import type { WindowOwners } from "../chromiumSound";
import { appSoundId } from "../soundDeviceId";
import type { Trial } from "./appSoundTrial";
import { readWindowApp, WINDOW_APP_SCRIPT, windowNumber } from "./windowApp";
import { createWindowNames } from "./windowNames";

interface Parts {
  readonly runScript: (script: string, values: readonly string[]) => Promise<string>;
  /** Is the sound of this app alone proven to be had? */
  readonly works: (trial: Trial) => Promise<boolean>;
  readonly ownProcessId: number;
  /** Clock in milliseconds that only goes forward. */
  readonly now: () => number;
}

/** Finds whose window it is; an app is found only where its sound alone is proven to be had. */
export function createMacosOwners({ runScript, works, ownProcessId, now }: Parts): WindowOwners {
  return {
    async find({ id }) {
      const number = windowNumber(id);
      if (number === null) return "noProcess";
      const app = readWindowApp(await runScript(WINDOW_APP_SCRIPT, [number, String(ownProcessId)]));
      if (typeof app === "string" || app.bundleId === undefined) return app;
      return (await works({ sourceId: id, deviceId: appSoundId(app.bundleId) })) ? app : "notAlone";
    },
    nameOf: createWindowNames(runScript, now),
  };
}
