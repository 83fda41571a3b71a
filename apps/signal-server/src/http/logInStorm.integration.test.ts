import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { inviteTo } from "../testing/samples";
import { createTestServer, PASSWORD, type TestServer } from "../testing/testServer";

let server: TestServer;
beforeAll(async () => {
  // A hash takes long enough that a hundred of them cannot be through before signals are sent.
  server = await createTestServer({ config: { bcryptCost: 10 } });
});
afterAll(() => server.close());

it("F14 in a storm of log-ins each is answered or told when to come again, and a call's signals go through", async () => {
  const [ann, ben] = await server.contacts();
  const [caller, callee] = [await ann.connect(), await ben.connect()];
  const { callId, ...invite } = inviteTo(ben.id);
  valueOf(await caller.request("call:invite", { callId, ...invite }));
  valueOf(await callee.request("call:accept", { callId }));

  let answered = 0;
  const storm = Array.from({ length: 150 }, async () => {
    const answer = await server.call("logIn", { login: ann.me.username, password: PASSWORD, client: "desktop" });
    answered += 1;
    return answer;
  });
  let relayedMeanwhile = 0;
  while (answered < storm.length) {
    const description = { type: "offer", sdp: `v=0 ${relayedMeanwhile}` } as const;
    caller.raw.emit("signal:description", { callId, description }, () => undefined);
    expect((await callee.next("signal:description")).description).toEqual(description);
    if (answered < storm.length) relayedMeanwhile += 1;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const answers = await Promise.all(storm);
  const codes = answers.map(({ result }) => codeOf(result));
  expect(new Set(codes)).toEqual(new Set(["ok", "server.unavailable"]));
  expect(codes.filter((code) => code === "ok").length).toBeGreaterThan(50);
  for (const { status, headers, result } of answers) {
    if (!result.ok) expect([status, Number(headers.get("retry-after"))]).toEqual([503, 5]);
  }
  expect(relayedMeanwhile).toBeGreaterThan(5);
  expect(
    codeOf((await server.call("logIn", { login: ann.me.username, password: PASSWORD, client: "web" })).result),
  ).toBe("ok");
});
