import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkAddress, loadServerAddress } from "./serverAddress";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "server-address-"));
  file = join(folder, "settings.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  ["https://calls.example.org", "https://calls.example.org"],
  ["  https://Calls.Example.org/ ", "https://calls.example.org"],
  ["calls.example.org", "https://calls.example.org"],
  ["calls.example.org:8443", "https://calls.example.org:8443"],
  ["localhost:8737", "http://localhost:8737"],
  ["http://localhost:8737", "http://localhost:8737"],
  ["http://127.0.0.1:8737", "http://127.0.0.1:8737"],
  ["http://[::1]:8737", "http://[::1]:8737"],
  ["https://192.168.1.5", "https://192.168.1.5"],
])("%s means %s", (text, address) => {
  expect(checkAddress(text)).toEqual({ ok: true, address });
});

test.each(["http://calls.example.org", "http://192.168.1.5:8737", "http://localhost.evil.example", "http://0.0.0.0"])(
  "%s would show passwords to the network",
  (text) => {
    expect(checkAddress(text)).toEqual({ ok: false, reason: "insecure" });
  },
);

test.each([
  "",
  " ",
  "two words",
  "https://",
  "https://a.example/path",
  "https://a.example/?q",
  "https://user:pass@a.example",
  "ftp://a.example",
  "javascript:alert(1)",
  "https://a.example;script-src *",
  "https://a*b.example",
  "https://a'b.example",
])("%j is no address", (text) => {
  expect(checkAddress(text)).toEqual({ ok: false, reason: "invalid" });
});

test("a set address is remembered", async () => {
  const first = await loadServerAddress(file, undefined);
  expect(first.current()).toBe("http://localhost:8737");
  expect(await first.set("calls.example.org")).toEqual({ ok: true, address: "https://calls.example.org" });
  expect(first.current()).toBe("https://calls.example.org");
  expect((await loadServerAddress(file, undefined)).current()).toBe("https://calls.example.org");
});

test("a refused address changes nothing", async () => {
  const address = await loadServerAddress(file, undefined);
  await address.set("calls.example.org");
  expect(await address.set("http://evil.example")).toEqual({ ok: false, reason: "insecure" });
  expect(address.current()).toBe("https://calls.example.org");
});

test("the environment goes first for one run and is not remembered", async () => {
  writeFileSync(file, JSON.stringify({ serverAddress: "https://calls.example.org" }));
  expect((await loadServerAddress(file, "http://127.0.0.1:9000")).current()).toBe("http://127.0.0.1:9000");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ serverAddress: "https://calls.example.org" });
  await expect(loadServerAddress(file, "http://evil.example")).rejects.toThrow("insecure");
});

test.each(["not json", "{}", '{"serverAddress":"http://evil.example"}', '{"serverAddress":5}'])(
  "a spoilt settings file (%s) means the default",
  async (content) => {
    writeFileSync(file, content);
    expect((await loadServerAddress(file, undefined)).current()).toBe("http://localhost:8737");
  },
);
