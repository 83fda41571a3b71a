import { expect, it } from "vitest";
import { systemOf } from "./system";

it.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150", "windows"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605", "macos"],
  ["Mozilla/5.0 (X11; Linux x86_64) Chrome/150", "linux"],
  ["Mozilla/5.0 (Linux; Android 14; Pixel 7) Chrome/150 Mobile", "android"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604", "ios"],
  ["curl/8", "other"],
] as const)("%s is %s", (userAgent, system) => expect(systemOf(userAgent)).toBe(system));
