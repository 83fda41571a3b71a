import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";

const desktop = resolve(import.meta.dirname, "../..");
const builder = readFileSync(resolve(desktop, "electron-builder.yml"), "utf8");
const manifest: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync(resolve(desktop, "package.json"), "utf8"),
);

/** The lines below a key, trimmed, up to the next line that is not indented deeper than it. */
function block(key: string): string[] {
  const lines = builder.split("\n");
  const start = lines.findIndex((line) => line.trimStart() === `${key}:`);
  const depth = (line: string) => line.length - line.trimStart().length;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.trim() !== "" && depth(line) <= depth(lines[start] ?? ""));
  return rest.slice(0, end === -1 ? undefined : end).map((line) => line.trim());
}

test("macOS is told why microphone, camera and the sound of other apps are wanted: without a reason it refuses", () => {
  const reasons = Object.fromEntries(block("extendInfo").map((line) => line.split(/: (.*)/, 2)));
  for (const name of ["NSMicrophoneUsageDescription", "NSCameraUsageDescription", "NSAudioCaptureUsageDescription"]) {
    expect(reasons[name], name).toMatch(/^[A-Z].{20,}\.$/);
  }
});

test("the fuses are set as they must be", () => {
  expect(block("electronFuses").filter(Boolean)).toEqual([
    "runAsNode: false",
    "enableCookieEncryption: true",
    "enableNodeOptionsEnvironmentVariable: false",
    "enableNodeCliInspectArguments: false",
    "enableEmbeddedAsarIntegrityValidation: true",
    "onlyLoadAppFromAsar: true",
    "grantFileProtocolExtraPrivileges: false",
  ]);
});

describe("koffi", () => {
  test("is the only dependency that is not bundled, and lies outside of the archive with its binary", () => {
    expect(Object.keys(manifest.dependencies)).toEqual(["koffi"]);
    expect(block("asarUnpack")).toEqual(['- "**/node_modules/koffi/**"', '- "**/node_modules/@koromix/**"', ""]);
  });

  test("is packaged: no pattern leaves out modules as such, or scripts", () => {
    const left = block("files").filter((line) => line.includes("!"));
    expect(left.length).toBeGreaterThan(0);
    for (const pattern of left)
      expect(pattern).toMatch(/\/koffi\/(\{doc,lib,vendor\}\/\*\*|src\/\*\*\/\*\.\{cc,[\w,]+\})"$/);
    expect(left.join()).not.toMatch(/js\b|node\}/);
  });
});
