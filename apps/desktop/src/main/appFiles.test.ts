import { join, sep } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { appFile } from "./appFiles";

const root = join(sep, "opt", "sightline", "renderer");

test.each([
  ["app://sightline/", "index.html", "text/html; charset=utf-8"],
  ["app://sightline", "index.html", "text/html; charset=utf-8"],
  ["app://sightline/?x=/../y#z", "index.html", "text/html; charset=utf-8"],
  ["app://sightline/assets/index-1.js", join("assets", "index-1.js"), "text/javascript; charset=utf-8"],
  ["app://sightline/a%20b.svg", "a b.svg", "image/svg+xml"],
  ["app://sightline/assets/Inter.WOFF2", join("assets", "Inter.WOFF2"), "font/woff2"],
])("R38: %s is %s", (url, file, mimeType) => {
  expect(appFile(root, url)).toEqual({ path: join(root, file), mimeType });
});

test.each([
  "app://sightline/../secret.json",
  "app://sightline/%2e%2e/secret.json",
  "app://sightline/..%2fsecret.json",
  "app://sightline/%2e%2e%2f%2e%2e%2fetc/passwd.html",
  "app://sightline/..%5c..%5csecret.json",
  "app://sightline/..\\secret.json",
  "app://sightline/../renderer-other/index.html",
  "app://sightline/index.html%00.js",
  "app://sightline/C:%5cWindows%5cwin.html",
  "app://sightline/index.html::$DATA.js",
  "app://sightline/%E0%A4%A.js",
  "app://sightline/assets/",
  "app://sightline/package",
  "app://sightline/tool.exe",
  "app://other/index.html",
  "file:///etc/passwd",
])("R38: %s is nothing", (url) => {
  expect(appFile(root, url)).toBeNull();
});

test("R38: no path leaves the folder", () => {
  const piece = fc.constantFrom(
    "..",
    ".",
    "/",
    "%2e",
    "%2E%2e",
    "%2f",
    "%5c",
    "\\",
    "a",
    "index.html",
    "%00",
    "//",
    ":",
    "%25",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const file = appFile(root, `app://sightline/${pieces.join("")}.html`);
      expect(file === null || file.path.startsWith(root + sep)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});
