import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

/** Versions below these have published holes that one packet can use. */
const floors = { "socket.io-parser": "4.2.7", "engine.io": "6.6.7", ws: "8.21.0" };

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>;
}

const lockFile = fileURLToPath(new URL("../../../../package-lock.json", import.meta.url));
const { packages } = JSON.parse(readFileSync(lockFile, "utf8")) as Lock;

function isAtLeast(version: string, floor: string): boolean {
  const [have, want] = [version, floor].map((text) => text.split(".").map(Number));
  const at = have?.findIndex((part, index) => part !== want?.[index]) ?? -1;
  return at === -1 || (have?.[at] ?? 0) > (want?.[at] ?? 0);
}

it.each(Object.entries(floors))("R16 every locked %s is at least %s", (name, floor) => {
  const versions = Object.entries(packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version = "0" }]) => version);
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
});

it("compares versions by number, not by letter", () => {
  expect(isAtLeast("4.10.0", "4.2.7")).toBe(true);
  expect(isAtLeast("4.2.6", "4.2.7")).toBe(false);
  expect(isAtLeast("4.2.7", "4.2.7")).toBe(true);
});
