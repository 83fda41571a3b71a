import type { ClientKind } from "@sightline/protocol";

/** The first that fits: browsers name those they descend from as well, so the more special ones stand first. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Edg|EdgA|EdgiOS)\//, "Edge"],
  [/\b(?:OPR|OPiOS)\//, "Opera"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|Chromium|CriOS)\//, "Chrome"],
  [/\bVersion\/[\d.]+ .*\bSafari\//, "Safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMacintosh\b|\bMac OS X\b/, "macOS"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];

/** More of a header than this is nobody's browser. */
const MAX_CHARACTERS = 512;

/**
 * What a person would call the device they log in from, e.g. `Firefox on Windows` or `Sightline on Linux`. Only words of
 * the tables above come out, so it is safe to show whatever the header says; it is only ever shown to that person.
 */
export function deviceNameOf(client: ClientKind, userAgent: string): string {
  const header = userAgent.slice(0, MAX_CHARACTERS);
  const named = (table: typeof browsers) => table.find(([pattern]) => pattern.test(header))?.[1];
  const program = client === "desktop" ? "Sightline" : (named(browsers) ?? "Browser");
  const system = named(systems);
  return system ? `${program} on ${system}` : program;
}
