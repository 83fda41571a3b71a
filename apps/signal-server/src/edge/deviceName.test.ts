import fc from "fast-check";
import { expect, test } from "vitest";
import { deviceNameOf } from "./deviceName";

const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0", "Firefox on Windows"],
  [`Mozilla/5.0 (X11; Linux x86_64) ${chrome}`, "Chrome on Linux"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/156.0.0.0`, "Edge on Windows"],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${chrome} OPR/120.0.0.0`, "Opera on macOS"],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chrome}`, "Chrome on ChromeOS"],
  [`Mozilla/5.0 (Linux; Android 10; K) ${chrome.replace("Safari", "Mobile Safari")}`, "Chrome on Android"],
  [`Mozilla/5.0 (Linux; Android 16; SM-S938B) SamsungBrowser/29.0 ${chrome}`, "Samsung Internet on Android"],
  ["Mozilla/5.0 (Android 15; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0", "Firefox on Android"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
    "Safari on iPhone",
  ],
  [
    "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Mobile/15E148 Safari/604.1",
    "Chrome on iPad",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15",
    "Safari on macOS",
  ],
  ["node", "Browser"],
  ["", "Browser"],
])("%s", (userAgent, name) => {
  expect(deviceNameOf("web", userAgent)).toBe(name);
});

test.each([
  [
    `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 sightline/0.1.0 Chrome/130.0 Electron/33.4 Safari/537.36`,
    "Sightline on Linux",
  ],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Electron/45.0`, "Sightline on Windows"],
  ["", "Sightline"],
])("the app: %s", (userAgent, name) => {
  expect(deviceNameOf("desktop", userAgent)).toBe(name);
});

test("R13 nothing of the header itself comes out, and no header takes long", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("web" as const, "desktop" as const),
      fc.string({ maxLength: 2000 }),
      (client, header) => {
        expect(deviceNameOf(client, `Firefox/${header}`)).toMatch(
          /^(Sightline|Browser|Edge|Opera|Firefox|Chrome|Safari|Samsung Internet)( on (Android|iPhone|iPad|Windows|ChromeOS|macOS|Linux))?$/,
        );
      },
    ),
  );
  expect(deviceNameOf("web", "Version/1 ".repeat(100_000))).toBe("Browser");
});
