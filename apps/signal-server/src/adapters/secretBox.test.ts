import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { provideSecretsKey } from "../startup/provideSecretsKey";
import { createSecretBox } from "./secretBox";

const box = createSecretBox("a key of an operator, long enough");

it("opens what it sealed, for its owner alone", () => {
  const sealed = box.seal("SECRET", "ann");
  expect(sealed).not.toContain("SECRET");
  expect(box.open(sealed, "ann")).toBe("SECRET");
  expect(box.open(sealed, "ben")).toBeNull();
  expect(createSecretBox("another key, also long enough...").open(sealed, "ann")).toBeNull();
});

it("seals the same text differently each time, and notices every change", () => {
  const sealed = box.seal("SECRET", "ann");
  expect(box.seal("SECRET", "ann")).not.toBe(sealed);
  const bytes = Buffer.from(sealed, "base64url");
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(box.open(changed.toString("base64url"), "ann")).toBeNull();
  }
  for (const short of ["", "AA", sealed.slice(0, 20)]) expect(box.open(short, "ann")).toBeNull();
});

it("the key is the operator's, or is made once and kept for its owner alone", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sightline-key-"));
  expect(await provideSecretsKey("given", folder)).toBe("given");
  const made = await provideSecretsKey(null, folder);
  expect(made).toMatch(/^[\w-]{43}$/);
  expect(await provideSecretsKey(null, folder)).toBe(made);
  const file = join(folder, "secrets.key");
  expect((await readFile(file, "utf8")).trim()).toBe(made);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await rm(folder, { recursive: true });
});
