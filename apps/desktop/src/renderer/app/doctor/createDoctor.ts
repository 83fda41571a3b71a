import { PROTOCOL_VERSION } from "@sightline/protocol";
import type { CheckName, Finding, Findings, Progress } from "../../doctor/checkUp";
import { diagnose, gradesOf } from "../../doctor/diagnosis";
import { reportOf } from "../../doctor/report";
import { copyText } from "../../platform/copyText";
import type { Platform } from "../../platform/platform";
import { nothingChecked } from "../../stores/createStores";
import type { Stores } from "../../ui/appContext";
import type { DoctorIntents } from "../../ui/doctor/doctorContext";
import type { ServerLink } from "../serverLink";
import { checkDevices } from "./deviceChecks";
import { checkNetwork } from "./networkChecks";
import type { RecordCheck } from "./record";

interface Options {
  readonly platform: Pick<Platform, "setActivity" | "version" | "kind" | "system">;
  readonly link: Pick<ServerLink, "http" | "send">;
  readonly stores: Pick<Stores, "doctor" | "settings" | "call" | "rooms">;
  /** Is a call (or a ring) going on? */
  readonly inCall: () => boolean;
}

/** Checks what a call needs, part by part, and says what is wrong. The writer of the doctor's store. */
export function createDoctor({ platform, link, stores, inCall }: Options): DoctorIntents {
  const { doctor: store, settings, rooms } = stores;
  let running: AbortController | null = null;
  const taken = () => inCall() || rooms.getState().visit.at !== "nowhere";

  const run = async (mine: AbortController) => {
    const show = (name: CheckName, progress: Progress) => {
      if (running === mine) store.setState(({ checks }) => ({ checks: { ...checks, [name]: progress } }));
    };
    const record: RecordCheck = async (name, look) => {
      show(name, "running");
      // Whatever goes wrong in one check, the others still have something to say.
      const found = await look().catch((): Finding => ({ outcome: "failed", ms: null }));
      show(name, found);
      return found;
    };
    const chosen = settings.getState();
    const [serverVersion] = await Promise.all([
      checkNetwork(link, record),
      checkDevices({ platform, chosen, taken, signal: mine.signal }, record),
    ]);
    if (running !== mine) return;
    running = null;
    const findings = store.getState().checks as Findings;
    const verdict = diagnose(findings, navigator.onLine);
    const report = reportOf({ ...factsOf(platform, chosen.alwaysRelay), serverVersion }, verdict, findings);
    store.setState({ result: { verdict, grades: gradesOf(findings), report } });
  };
  const stop = () => {
    running?.abort();
    running = null;
  };
  // A call that begins gets the devices; the rest of the check goes on.
  stores.call.subscribe(() => inCall() && running?.abort());

  return {
    checkConnection() {
      stop();
      running = new AbortController();
      store.setState(nothingChecked);
      void run(running);
    },
    stopCheck: stop,
    copyReport: () => copyText(store.getState().result?.report ?? ""),
  };
}

function factsOf({ version, kind, system }: Options["platform"], alwaysRelay: boolean) {
  return {
    product: "Sightline",
    version,
    protocol: PROTOCOL_VERSION,
    platform: kind,
    system,
    browser: navigator.userAgent,
    online: navigator.onLine,
    alwaysRelay,
    checkedAt: new Date().toISOString(),
  };
}
