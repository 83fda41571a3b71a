import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { inviteTo } from "../testing/samples";
import { openDataSource } from "../persistence/dataSource";
import { createTestServer, PASSWORD, type Person, type TestServer } from "../testing/testServer";

const WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0";
const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

/** A socket of a session of its own, made with this user agent. */
async function deviceOf(person: Person, userAgent: string) {
  const input = { login: person.me.username, password: PASSWORD, client: "desktop" } as const;
  const { token = "" } = valueOf((await server.call("logIn", input, { "user-agent": userAgent })).result);
  return server.connect({ token });
}

async function rungOnTwo() {
  const [ann, ben] = await server.contacts();
  const [caller, one, two] = await Promise.all([ann.connect(), deviceOf(ben, WINDOWS), deviceOf(ben, MAC)]);
  const { callId, ...invite } = inviteTo(ben.id);
  valueOf(await caller.request("call:invite", { callId, ...invite }));
  await Promise.all([one.next("call:incoming"), two.next("call:incoming")]);
  return { caller, one, two, callId };
}

describe("several devices of one person", () => {
  it("the others are told on which device it was answered, by that device's session; the caller is not", async () => {
    const { caller, one, two, callId } = await rungOnTwo();
    valueOf(await one.request("call:accept", { callId }));
    expect(await two.next("call:ended")).toEqual({
      callId,
      reason: "answeredElsewhere",
      device: "Sightline on Windows",
    });
    expect(await caller.next("call:accepted")).toEqual({ callId });
    valueOf(await one.request("call:hangUp", { callId }));
    expect(await caller.next("call:ended")).toEqual({ callId, reason: "hungUp" });
  });

  it("one that declines stops all, and is named", async () => {
    const { caller, one, two, callId } = await rungOnTwo();
    valueOf(await two.request("call:decline", { callId }));
    expect(await one.next("call:ended")).toEqual({ callId, reason: "declinedElsewhere", device: "Sightline on macOS" });
    expect(await caller.next("call:ended")).toEqual({ callId, reason: "declined" });
    expect(codeOf(await one.request("call:accept", { callId }))).toBe("call.wrongState");
  });

  it("R13 a name in the payload counts for nothing", async () => {
    const { one, two, callId } = await rungOnTwo();
    await one.send("call:accept", { callId, device: "<b>the police</b>", deviceName: "the police" });
    expect(await two.next("call:ended")).toMatchObject({ device: "Sightline on Windows" });
  });

  it("a session from before devices had names is told without one", async () => {
    const [ann, ben] = await server.contacts();
    const dataSource = await openDataSource(server.databaseUrl);
    await dataSource.query("UPDATE sessions SET device_name = NULL WHERE user_id = $1", [ben.id]);
    await dataSource.destroy();
    const [caller, one, two] = await Promise.all([ann.connect(), ben.connect(), ben.connect()]);
    const { callId, ...invite } = inviteTo(ben.id);
    valueOf(await caller.request("call:invite", { callId, ...invite }));
    await Promise.all([one.next("call:incoming"), two.next("call:incoming")]);
    valueOf(await one.request("call:accept", { callId }));
    expect(await two.next("call:ended")).toEqual({ callId, reason: "answeredElsewhere" });
  });
});
