import { PROTOCOL_HEADER, type RouteName, routes } from "@sightline/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../testing/httpClient";
import { createTestServer, PASSWORD, type TestServer } from "../testing/testServer";

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await createTestServer();
  await server.person("victim");
  const login = await server.call("logIn", { login: "victim", password: PASSWORD, client: "web" });
  cookie = login.headers.get("set-cookie")?.split(";")[0] ?? "";
});
afterAll(() => server.close());

const changing = (Object.keys(routes) as RouteName[])
  .filter((name) => routes[name].method !== "GET")
  .map((name) => [name, routes[name].auth] as const);

/** As a browser sends it, with what the route's path names filled in. */
async function send(name: RouteName, headers: Record<string, string>) {
  const { method, path } = routes[name];
  const answer = await fetch(server.url + path.replaceAll(/:\w+/g, "00000000-0000-4000-8000-000000000000"), {
    method,
    headers: { [PROTOCOL_HEADER]: "1", "content-type": "application/json", ...headers },
    body: method === "POST" ? "{}" : undefined,
  });
  const body = (await answer.json()) as { ok: boolean; error?: { code: string } };
  return [answer.status, body.error?.code];
}

describe("CSRF, over every route of the contract that changes something", () => {
  it.each(changing)("%s: refused to pages of other origins", async (name) => {
    for (const origin of ["https://evil.example", "null", `${server.url}.evil.example`]) {
      expect(await send(name, { cookie, origin })).toEqual([403, "origin.refused"]);
    }
  });

  it.each(changing.filter(([, auth]) => auth !== "none"))(
    "%s: a cookie without an origin is no proof",
    async (name) => {
      expect(await send(name, { cookie })).toEqual([403, "origin.refused"]);
    },
  );
});

describe("CSRF, by the forms of old", () => {
  const post = (type: string, headers: Record<string, string>) =>
    fetch(`${server.url}/api/sessions`, {
      method: "POST",
      headers: { "content-type": type, ...headers },
      body: JSON.stringify({ login: "victim", password: PASSWORD, client: "web" }),
    });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "%s is not read as a log-in, with no origin, ours or another",
    async (type) => {
      const none: Record<string, string> = {};
      for (const origin of [none, { origin: server.url }, { origin: "https://evil.example" }]) {
        // A form cannot send a header of its own; were it able to, its type still counts for nothing.
        for (const header of [none, { [PROTOCOL_HEADER]: "1" }]) {
          const answer = await post(type, { ...origin, ...header });
          expect(answer.status).toBeGreaterThanOrEqual(400);
          expect(answer.status).toBeLessThan(500);
          expect(answer.headers.get("set-cookie")).toBeNull();
        }
      }
    },
  );

  it("the victim is logged in as before", async () => {
    expect(codeOf((await server.call("me", {}, { cookie })).result)).toBe("ok");
  });
});
