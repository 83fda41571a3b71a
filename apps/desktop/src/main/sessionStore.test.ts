import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSessionStore, type KeyStore } from "./sessionStore";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "session-store-"));
  file = join(folder, "session.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

function keyStore(backend: string, available = true): KeyStore {
  return {
    isEncryptionAvailable: () => available,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => Buffer.from(`locked:${Buffer.from(text).toString("hex")}`),
    decryptString: (encrypted) => {
      const text = encrypted.toString();
      if (!text.startsWith("locked:")) throw new Error("not decryptable");
      return Buffer.from(text.slice(7), "hex").toString();
    },
  };
}

function storeOn(platform: NodeJS.Platform, keys: KeyStore, server = "https://a.example") {
  return createSessionStore({ file, platform, keyStore: keys, serverAddress: () => server });
}

test("R41: the token survives a restart, and the file neither shows it nor is readable by others", async () => {
  expect(await storeOn("linux", keyStore("gnome_libsecret")).save("secret-token")).toEqual({ persisted: true });
  expect(readFileSync(file, "utf8")).not.toContain("secret-token");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await storeOn("linux", keyStore("gnome_libsecret")).load()).toBe("secret-token");
});

describe("R41: without a key store nothing is written, and the log-in lasts until the app quits", () => {
  test.each([
    ["Linux with a fixed password", "linux" as const, keyStore("basic_text")],
    ["Linux before the choice of a backend", "linux" as const, keyStore("unknown")],
    ["no encryption", "win32" as const, keyStore("dpapi", false)],
  ])("%s", async (_name, platform, keys) => {
    const store = storeOn(platform, keys);
    expect(await store.save("secret-token")).toEqual({ persisted: false });
    expect(existsSync(file)).toBe(false);
    expect(await store.load()).toBe("secret-token");
    expect(await storeOn(platform, keys).load()).toBeNull();
  });
});

test("R41: a key store that has gone away takes the stored file with it", async () => {
  await storeOn("linux", keyStore("gnome_libsecret")).save("old-token");
  await storeOn("linux", keyStore("basic_text")).save("new-token");
  expect(existsSync(file)).toBe(false);
});

test("the token is never given to another server", async () => {
  await storeOn("darwin", keyStore("keychain"), "https://a.example").save("secret-token");
  expect(await storeOn("darwin", keyStore("keychain"), "https://b.example").load()).toBeNull();

  let server = "https://a.example";
  const store = createSessionStore({
    file,
    platform: "linux",
    keyStore: keyStore("basic_text"),
    serverAddress: () => server,
  });
  await store.save("secret-token");
  server = "https://b.example";
  expect(await store.load()).toBeNull();
});

test("forgetting removes it from memory and disk", async () => {
  const store = storeOn("win32", keyStore("dpapi"));
  await store.save("secret-token");
  await store.save(null);
  expect(existsSync(file)).toBe(false);
  expect(await store.load()).toBeNull();
});

test.each(["", "{}", '{"server":"https://a.example","token":"eA=="}', '{"server":"https://a.example","token":"%%"}'])(
  "a spoilt file (%j) is no session",
  async (content) => {
    writeFileSync(file, content);
    expect(await storeOn("win32", keyStore("dpapi")).load()).toBeNull();
  },
);
