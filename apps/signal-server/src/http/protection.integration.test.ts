import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROTOCOL_HEADER } from "@sightline/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { createTestServer, PASSWORD, type TestServer } from "../testing/testServer";

let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sightline-web-"));
  const webRoot = join(folder, "web");
  await mkdir(join(webRoot, "assets"), { recursive: true });
  await writeFile(join(webRoot, "index.html"), "<title>Sightline</title>");
  await writeFile(join(webRoot, "assets", "app-1234.js"), "export {};");
  await writeFile(join(folder, "outside.txt"), "outside");
  server = await createTestServer({ config: { webRoot } });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const withOrigin = (origin: string) => ({ origin });

describe("R11 pages of other origins", () => {
  it.each(["https://evil.example", "null", "app://other"])("%s is refused with 403 on every method", async (origin) => {
    const read = await server.call("serverInfo", {}, withOrigin(origin));
    expect([read.status, codeOf(read.result)]).toEqual([403, "origin.refused"]);
    const write = await server.call("logIn", { login: "x", password: "y", client: "web" }, withOrigin(origin));
    expect([write.status, codeOf(write.result)]).toEqual([403, "origin.refused"]);
    expect(read.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("CSRF: with a cookie only our own page may change anything", async () => {
    await server.person("cookie");
    const login = await server.call(
      "logIn",
      { login: "cookie", password: PASSWORD, client: "web" },
      withOrigin(server.url),
    );
    const cookie = login.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(codeOf((await server.call("me", {}, { cookie })).result)).toBe("ok");
    const noOrigin = await server.call("logOut", {}, { cookie });
    expect([noOrigin.status, codeOf(noOrigin.result)]).toEqual([403, "origin.refused"]);
    expect(codeOf((await server.call("me", {}, { cookie })).result)).toBe("ok");
    const ours = await server.call("logOut", {}, { cookie, ...withOrigin(server.url) });
    expect(codeOf(ours.result)).toBe("ok");
    expect(ours.headers.get("set-cookie")).toMatch(/^sightline_session=; .*Max-Age=0$/);
    expect(codeOf((await server.call("me", {}, { cookie })).result)).toBe("auth.required");
  });

  it("the desktop app alone is granted CORS, without cookies", async () => {
    const preflight = await fetch(`${server.url}/api/me`, {
      method: "OPTIONS",
      headers: withOrigin("app://sightline"),
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("app://sightline");
    expect(preflight.headers.get("access-control-allow-headers")).toContain(PROTOCOL_HEADER);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("authorization");
    expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
    const own = await server.call("serverInfo", {}, withOrigin(server.url));
    expect(own.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("requests out of form", () => {
  const post = (body: string, type = "application/json") =>
    fetch(`${server.url}/api/sessions`, {
      method: "POST",
      headers: { "content-type": type, [PROTOCOL_HEADER]: "1" },
      body,
    });

  it.each([
    ["broken JSON", "{", 400, "input.invalid"],
    ["a list", "[]", 400, "input.invalid"],
    ["a bare word", '"x"', 400, "input.invalid"],
    ["reaching for the prototype", '{"__proto__":{"login":"a"},"password":"b","client":"web"}', 400, "input.invalid"],
    ["deep nesting", `{"login":${"[".repeat(5_000)}${"]".repeat(5_000)}}`, 400, "input.invalid"],
    ["too large", JSON.stringify({ login: "x".repeat(20_000) }), 413, "input.tooLarge"],
  ])("%s is refused", async (_name, body, status, code) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ ok: false, error: { code } });
  });

  it("a form of another type is not read", async () => {
    const answer = await post("login=a&password=b&client=web", "application/x-www-form-urlencoded");
    expect(answer.status).toBe(400);
  });

  it("every route that needs a session says so", async () => {
    for (const answer of [
      await server.call("me", {}),
      await server.call("listContacts", {}),
      await server.call("listCalls", {}),
      await server.call("iceServers", {}),
      await server.call("logOut", {}),
      await server.call("searchPeople", { query: "someone" }),
      await server.call("requestContact", { username: "someone" }),
      await server.call("me", {}, { authorization: "Bearer nonsense" }),
    ]) {
      expect([answer.status, codeOf(answer.result)]).toEqual([401, "auth.required"]);
    }
  });

  it("an address of the API that does not exist is no page", async () => {
    const answer = await fetch(`${server.url}/api/nothing`, { headers: { accept: "text/html" } });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ ok: false });
  });
});

describe("the web app", () => {
  const page = (path: string, accept = "text/html") => fetch(server.url + path, { headers: { accept } });

  it("is served at every address that is no file, checked anew each time, under a strict policy", async () => {
    for (const path of ["/", "/contacts/ann"]) {
      const answer = await page(path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain("Sightline");
      expect(answer.headers.get("cache-control")).toBe("no-cache");
      const policy = answer.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("keeps hashed files forever; a missing one stays missing", async () => {
    const found = await page("/assets/app-1234.js", "*/*");
    expect(found.headers.get("content-type")).toContain("javascript");
    expect(found.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await page("/assets/app-0000.js")).status).toBe(404);
    expect((await page("/picture.png", "image/png")).status).toBe(404);
  });

  it("shows nothing outside its folder", async () => {
    const statusOf = (path: string) =>
      new Promise<string>((resolve, reject) => {
        const get = request(server.url, { path }, (response) => {
          let text = "";
          response.on("data", (chunk: Buffer) => (text += chunk.toString()));
          response.on("end", () => resolve(text));
        });
        get.on("error", reject);
        get.end();
      });
    for (const path of [
      "/../outside.txt",
      "/%2e%2e/outside.txt",
      "/..%2foutside.txt",
      "/assets/..%2f..%2foutside.txt",
    ]) {
      expect(await statusOf(path)).not.toContain("outside");
    }
  });
});

describe("health", () => {
  it("is alive and ready", async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });
});

describe("behind TLS", () => {
  it("the cookie is Secure and tied to the host, and only the public address is ours", async () => {
    const secure = await createTestServer({ config: { publicUrl: new URL("https://call.example.org") } });
    const local = `http://127.0.0.1:${secure.port}`;
    const input = { name: "A", username: "tls", email: "tls@example.org", password: PASSWORD, client: "web" } as const;
    const { callRoute } = await import("../testing/httpClient");
    const answer = await callRoute(local, "signUp", input, withOrigin("https://call.example.org"));
    valueOf(answer.result);
    expect(answer.headers.get("set-cookie")).toMatch(/^__Host-sightline_session=[\w-]{43}; Path=\/; .*; Secure; /);
    expect(answer.headers.get("strict-transport-security")).toContain("max-age=31536000");
    expect((await callRoute(local, "serverInfo", {}, withOrigin(local))).status).toBe(403);
    await secure.close();
  });
});
