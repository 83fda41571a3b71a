import { expect, test } from "vitest";
import { mayOpenOutside } from "./externalLinks";
import { privacyPage } from "./systemSettings";

const server = "https://calls.example.org";

test("R34: pages of our server may be opened in the browser", () => {
  expect(mayOpenOutside("https://calls.example.org/help#sound", server)).toBe(true);
});

test.each([
  "http://calls.example.org/",
  "https://calls.example.org.evil.example/",
  "https://calls.example.org:444/",
  "https://user@calls.example.org/",
  "https://evil.example/",
  "file:///etc/passwd",
  "file://server/share/tool.exe",
  "\\\\server\\share\\tool.exe",
  "smb://server/share",
  "ms-msdt:/id",
  "ms-settings:windowsupdate",
  "ms-settings:privacy-webcam ",
  "x-apple.systempreferences:com.apple.preferences.sharing",
  "javascript:alert(1)",
  "data:text/html,x",
  "mailto:a@example.org",
  "search-ms:query=x",
  "app://sightline/",
  "",
])("R34: %j may not", (url) => {
  expect(mayOpenOutside(url, server)).toBe(false);
});

test("R34: a server without https gets no page opened", () => {
  expect(mayOpenOutside("http://localhost:8737/help", "http://localhost:8737")).toBe(false);
});

test.each([
  ["win32", "microphone"],
  ["win32", "camera"],
  ["darwin", "microphone"],
  ["darwin", "camera"],
  ["darwin", "screen"],
] as const)("the privacy page of %s for the %s may be opened", (platform, device) => {
  expect(mayOpenOutside(privacyPage(platform, device) ?? "", server)).toBe(true);
});

test.each([
  ["win32", "screen"],
  ["linux", "microphone"],
  ["linux", "camera"],
  ["linux", "screen"],
] as const)("%s has no privacy page for the %s", (platform, device) => {
  expect(privacyPage(platform, device)).toBeNull();
});
