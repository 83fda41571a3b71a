import { z } from "zod";
import { sharePresets } from "../peer/sharePreset";
import type { SettingsStore } from "../ui/appContext";

const KEY = "sightline.settings";

const stored = z.object({
  theme: z.enum(["system", "light", "dark"]).catch("system"),
  microphoneId: z.string().nullable().catch(null),
  cameraId: z.string().nullable().catch(null),
  speakerId: z.string().nullable().catch(null),
  noiseSuppression: z.boolean().catch(true),
  echoCancellation: z.boolean().catch(true),
  autoGain: z.boolean().catch(true),
  whenBusy: z.enum(["wait", "busy"]).catch("wait"),
  sharePreset: z.enum(sharePresets).catch("auto"),
  alwaysRelay: z.boolean().catch(false),
  connectEarly: z.boolean().catch(true),
});

/** This device's settings. Nothing secret is ever kept there (R41); what cannot be read is replaced by the default. */
export function loadSettings(storage: Pick<Storage, "getItem">): SettingsStore {
  return stored.parse(parsedJson(storage.getItem(KEY)) ?? {});
}

export function saveSettings(storage: Pick<Storage, "setItem">, settings: SettingsStore): void {
  storage.setItem(KEY, JSON.stringify(stored.parse(settings)));
}

function parsedJson(text: string | null): object | null {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
