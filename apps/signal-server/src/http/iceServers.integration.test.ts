import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestServer, type TestServer } from "../testing/testServer";
import { codeOf, valueOf } from "../testing/httpClient";

const SECRET = "a shared secret of thirty-two characters or more";
let server: TestServer;

beforeAll(async () => {
  server = await createTestServer({
    config: {
      iceServers: [{ urls: ["turn:turn.example.org"] }],
      turnSecret: SECRET,
      turnSeconds: 600,
      relaxedLimits: false,
    },
    budgets: { iceServers: { points: 3, duration: 60 } },
  });
});
afterAll(() => server.close());

describe("R24 TURN credentials over HTTP", () => {
  it("are for people who are logged in", async () => {
    expect(codeOf((await server.call("iceServers", {})).result)).toBe("auth.required");
  });

  it("differ between people, and neither the secret nor they are logged", async () => {
    const [ada, grace] = [await server.person(), await server.person()];
    const [one, other] = [await ada.call("iceServers", {}), await grace.call("iceServers", {})].map(({ result }) =>
      valueOf(result),
    );
    expect(one?.secondsLeft).toBe(600);
    expect(one?.servers[0]?.username).not.toBe(other?.servers[0]?.username);
    const seen = JSON.stringify([one, other]);
    expect(seen).not.toContain(SECRET);
    for (const id of [ada.id, grace.id]) expect(seen).not.toContain(id);
    const logged = server.logged.join("");
    for (const text of [SECRET, one?.servers[0]?.credential, one?.servers[0]?.username]) {
      expect(logged).not.toContain(text);
    }
  });

  it("are given a limited number of times to one person, and still to others", async () => {
    const [ada, grace] = [await server.person(), await server.person()];
    for (let count = 0; count < 3; count += 1) expect((await ada.call("iceServers", {})).status).toBe(200);
    const refused = await ada.call("iceServers", {});
    expect([refused.status, codeOf(refused.result)]).toEqual([429, "rate.limited"]);
    expect((await grace.call("iceServers", {})).status).toBe(200);
  });
});
