import { randomUUID } from "node:crypto";
import { DataSource } from "typeorm";
import { expect, it } from "vitest";
import { codeOf, valueOf } from "./testing/httpClient";
import { answer, candidate, inviteTo, offer } from "./testing/samples";
import { createTestServer, PASSWORD, type TestServer } from "./testing/testServer";
import { refusalOf } from "./testing/testSocket";

/** Makes a query fail with the description among its parameters. */
async function breakCalls(server: TestServer): Promise<void> {
  const dataSource = await new DataSource({ type: "postgres", url: server.databaseUrl }).initialize();
  await dataSource.query("ALTER TABLE calls ADD CONSTRAINT nothing_fits CHECK (kind = 'no such kind') NOT VALID");
  await dataSource.destroy();
}

it("R14 R44 the log holds no token, password, name, address, description or candidate, also when things fail", async () => {
  const server = await createTestServer();
  const [ann, ben] = await server.contacts();
  const web = await server.call("logIn", { login: ann.me.email, password: PASSWORD, client: "web" });
  const cookie = web.headers.get("set-cookie")?.match(/=([\w-]{43});/)?.[1] ?? "";
  await server.call("logIn", { login: ann.me.email, password: "a wrong guess", client: "web" });
  await server.call("signUp", {
    name: "X",
    username: ann.me.username,
    email: "x@example.org",
    password: PASSWORD,
    client: "web",
  });
  for (const query of [ben.me.username, ben.me.email, ben.me.name]) await ann.call("searchPeople", { query });
  await refusalOf(server.url, { token: "guessed-token" });
  const [caller, callee] = [await ann.connect(), await ben.connect()];
  const callId = randomUUID();
  valueOf(await caller.request("call:invite", inviteTo(ben.id, callId)));
  valueOf(await caller.request("signal:candidates", { callId, candidates: [candidate] }));
  valueOf(await callee.request("call:accept", { callId }));
  valueOf(await callee.request("signal:description", { callId, description: answer }));
  await caller.send("signal:description", { callId, description: { ...offer, type: "neither" } });
  await caller.send("made-up-event-name", { sdp: offer.sdp });
  valueOf(await caller.request("call:hangUp", { callId }));
  await breakCalls(server);
  expect(codeOf(await caller.request("call:invite", inviteTo(ben.id)))).toBe("server.internal");
  await server.close();

  const text = server.logged.join("");
  const secrets = [
    ann.token,
    ben.token,
    cookie,
    PASSWORD,
    "a wrong guess",
    "guessed-token",
    ann.me.email,
    "example.org",
  ];
  const private_ = [
    ann.me.username,
    ann.me.name,
    "v=0",
    "192.0.2.",
    "candidate:",
    "made-up-event-name",
    "127.0.0.1",
    "::1",
  ];
  for (const secret of [...secrets, ...private_]) {
    expect(secret).not.toBe("");
    expect(text).not.toContain(secret);
  }
  // It does tell what happened, to whom.
  for (const told of [
    '"security":"logIn"',
    '"security":"logInFailed"',
    "call rings",
    "call answered",
    "call ended",
    "socket event failed",
  ]) {
    expect(text).toContain(told);
  }
  expect(text).toContain(ann.id);
  expect(text).toContain("nothing_fits");
});
