import { systemPages } from "./externalLinks";

/** Address of the system's privacy page for a device, or null where the system has none (Linux; the screen on Windows). */
export function privacyPage(platform: NodeJS.Platform, device: "microphone" | "camera" | "screen"): string | null {
  return systemPages[platform]?.[device] ?? null;
}
