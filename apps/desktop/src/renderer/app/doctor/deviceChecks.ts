import type { Finding } from "../../doctor/checkUp";
import { type Captured, createCapture } from "../../media/capture";
import { hears, permissionOf, sees } from "../../media/deviceProbe";
import type { Platform } from "../../platform/platform";
import type { DeviceSettings } from "../../ui/devices/deviceContext";
import { microphoneRequest } from "../devices/microphoneRequest";
import { type RecordCheck, recordAs } from "./record";

/** Time to answer the browser's question; who is away does not hold up the rest. */
const PERMISSION_MS = 20_000;

interface Look {
  readonly name: "microphone" | "camera";
  readonly open: () => Promise<Captured<MediaStreamTrack>>;
  readonly works: (track: MediaStreamTrack) => Promise<boolean>;
  /** What it is when it opens and does not work. */
  readonly otherwise: "silent" | "noPicture";
}

interface Options {
  readonly platform: Pick<Platform, "setActivity">;
  readonly chosen: DeviceSettings;
  /** Is a call there that has the devices and their permissions? */
  readonly taken: () => boolean;
  /** From its abort on nothing is open. */
  readonly signal: AbortSignal;
}

/** Opens the devices one after the other and gives each back when it was looked at. Leaves them to a call that has them. */
export async function checkDevices({ platform, chosen, taken, signal }: Options, record: RecordCheck): Promise<void> {
  if (taken()) return recordAs(record, ["microphone", "camera"], "inUse");
  const capture = createCapture(navigator.mediaDevices);
  // At once at an abort: a moment later somebody else may have the permission.
  const end = () => void (taken() || platform.setActivity({ phase: "idle" }));
  signal.addEventListener("abort", end, { once: true });
  await platform.setActivity({ phase: "preview" });
  const microphone: Look = {
    name: "microphone",
    open: () => capture.openMicrophone(microphoneRequest(chosen)),
    works: hears,
    otherwise: "silent",
  };
  const camera: Look = {
    name: "camera",
    open: () => capture.openCamera({ deviceId: chosen.cameraId }),
    works: sees,
    otherwise: "noPicture",
  };
  await record("microphone", () => check(microphone, signal));
  await record("camera", () => check(camera, signal));
  signal.removeEventListener("abort", end);
  if (!signal.aborted) end();
}

async function check({ name, open, works, otherwise }: Look, signal: AbortSignal): Promise<Finding> {
  if (signal.aborted) return { outcome: "inUse", ms: null };
  const began = performance.now();
  const opening = open();
  const captured = await Promise.race([opening, givenUp(signal)]);
  if (typeof captured === "string") {
    // It may still open when the question is answered at last.
    void opening.then((late) => late.ok && late.value.stop());
    return { outcome: captured, ms: null };
  }
  if (!captured.ok) {
    // Both refusals look the same; only the permission tells whose it was.
    const bySystem = captured.problem === "blocked" && (await permissionOf(name)) === "granted";
    return { outcome: bySystem ? "systemBlocked" : captured.problem, ms: null };
  }
  const ms = Math.round(performance.now() - began);
  const give = () => captured.value.stop();
  signal.addEventListener("abort", give, { once: true });
  try {
    const well = await works(captured.value);
    if (signal.aborted) return { outcome: "inUse", ms: null };
    return { outcome: well ? "fine" : otherwise, ms };
  } finally {
    signal.removeEventListener("abort", give);
    give();
  }
}

function givenUp(signal: AbortSignal): Promise<"unanswered" | "inUse"> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve("unanswered"), PERMISSION_MS);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve("inUse");
      },
      { once: true },
    );
  });
}
