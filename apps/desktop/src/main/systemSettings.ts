import { systemPages } from "./externalLinks";

/** Address of the system's privacy page for a device, or null where the system has none (Linux). */
export function privacyPage(platform: NodeJS.Platform, device: "microphone" | "camera" | "screen"): string | null {
  if (platform !== "win32" && platform !== "darwin") return null;
  return systemPages[platform][device];
}
