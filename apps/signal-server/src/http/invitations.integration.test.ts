import type { RouteInput } from "@sightline/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Config, readConfig } from "../config";
import { makeInvitation } from "../startup/makeInvitation";
import { codeOf, valueOf } from "../testing/httpClient";
import { createTestServer, PASSWORD, type Person, type TestServer } from "../testing/testServer";

const DAY = 86_400_000;
let now = Date.parse("2026-01-01T00:00:00Z");
let server: TestServer;
let ann: Person;
beforeAll(async () => {
  server = await createTestServer({ clock: { now: () => new Date(now) } });
  ann = await server.person("ann");
});
afterAll(() => server.close());

const form = (username: string, more: Partial<RouteInput<"signUp">> = {}): RouteInput<"signUp"> => ({
  name: "Some One",
  username,
  email: `${username}@example.org`,
  password: PASSWORD,
  client: "desktop",
  ...more,
});
const invited = async () => valueOf((await ann.call("makeInvitation", {})).result);
const signUp = (username: string, more: Partial<RouteInput<"signUp">> = {}, at = server) =>
  at.call("signUp", form(username, more));

describe("an invitation", () => {
  it("makes the two contacts at once, on all their devices, and works once", async () => {
    const socket = await ann.connect();
    const { token, id } = await invited();
    const made = valueOf((await signUp("ben", { invitation: token })).result);
    expect(await socket.next("contact:changed")).toMatchObject({ user: { username: "ben" }, state: "accepted" });
    const theirs = await server.call("listContacts", {}, { authorization: `Bearer ${made.token}` });
    expect(valueOf(theirs.result)).toMatchObject([{ user: { id: ann.id }, state: "accepted" }]);
    const again = await signUp("ben2", { invitation: token });
    expect([again.status, codeOf(again.result)]).toEqual([403, "signUp.invitation"]);
    expect(valueOf((await ann.call("listInvitations", {})).result).map((each) => each.id)).not.toContain(id);
    socket.close();
  });

  it("used by 20 at once, makes exactly one account", async () => {
    const { token } = await invited();
    const names = Array.from({ length: 20 }, (_, index) => `racer${index}`);
    const answers = await Promise.all(names.map((name) => signUp(name, { invitation: token })));
    const codes = answers.map(({ result }) => codeOf(result));
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect(codes.filter((code) => code === "signUp.invitation")).toHaveLength(19);
    const contacts = valueOf((await ann.call("listContacts", {})).result);
    expect(contacts.filter(({ user }) => user.username.startsWith("racer"))).toHaveLength(1);
  });

  it("is not lost to somebody whose name was taken", async () => {
    const { token } = await invited();
    expect(codeOf((await signUp("ann", { invitation: token, email: "new@example.org" })).result)).toBe("auth.taken");
    expect(codeOf((await signUp("cleo", { invitation: token })).result)).toBe("ok");
  });

  it("runs out after a week, can be withdrawn by who made it alone, and is nothing to others", async () => {
    const [late, drawn] = [await invited(), await invited()];
    const other = await server.person("other");
    const withdraw = async (person: Person) =>
      codeOf((await person.call("withdrawInvitation", { invitationId: drawn.id })).result);
    expect(await withdraw(other)).toBe("invitation.notFound");
    expect(valueOf((await other.call("listInvitations", {})).result)).toEqual([]);
    expect(await withdraw(ann)).toBe("ok");
    expect(await withdraw(ann)).toBe("invitation.notFound");
    expect(codeOf((await signUp("drawn", { invitation: drawn.token })).result)).toBe("signUp.invitation");
    now += 7 * DAY + 1000;
    expect(codeOf((await signUp("late", { invitation: late.token })).result)).toBe("signUp.invitation");
    expect(valueOf((await ann.call("listInvitations", {})).result)).toEqual([]);
    expect(codeOf((await signUp("nonsense", { invitation: "x".repeat(43) })).result)).toBe("signUp.invitation");
  });

  it("is kept as a digest, and is in no log", async () => {
    const { token } = await invited();
    const { openDataSource } = await import("../persistence/dataSource");
    const dataSource = await openDataSource(server.databaseUrl);
    const rows = JSON.stringify(await dataSource.query("SELECT * FROM invitations"));
    await dataSource.destroy();
    expect(rows).toContain(ann.id);
    expect(rows).not.toContain(token);
    await signUp("logged", { invitation: token });
    expect(server.logged.join()).not.toContain(token);
  });

  it("one person has 20 open ones at most, also when all are asked for at once", async () => {
    const eager = await server.person("eager");
    const answers = await Promise.all(Array.from({ length: 25 }, () => eager.call("makeInvitation", {})));
    const codes = answers.map(({ result }) => codeOf(result));
    expect(codes.filter((code) => code === "ok")).toHaveLength(20);
    expect(codes.filter((code) => code === "invitation.tooMany")).toHaveLength(5);
  });
});

describe("who may sign up", () => {
  const serverWith = (signUpRules: Config["signUp"]) => createTestServer({ config: { signUp: signUpRules } });

  it("invited: nobody without an invitation; the operator's makes the first account, which invites others", async () => {
    const strict = await serverWith({ policy: "invited", domains: [] });
    expect(valueOf((await strict.call("serverInfo", {})).result)).toMatchObject({ signUp: "invited" });
    const bare = await signUp("first", {}, strict);
    expect([bare.status, codeOf(bare.result)]).toEqual([403, "signUp.invitation"]);
    const replaced = await strict.firstInvitation();
    const token = await strict.firstInvitation();
    expect(codeOf((await signUp("first", { invitation: replaced ?? "" }, strict)).result)).toBe("signUp.invitation");
    const first = valueOf((await signUp("first", { invitation: token ?? "" }, strict)).result);
    expect(await strict.firstInvitation()).toBeNull();
    const made = await strict.call("makeInvitation", {}, { authorization: `Bearer ${first.token}` });
    expect(codeOf((await signUp("second", { invitation: valueOf(made.result).token }, strict)).result)).toBe("ok");
    await strict.close();
  });

  it("closed: only the operator's invitation for the first account; nobody invites", async () => {
    const closed = await serverWith({ policy: "closed", domains: [] });
    const bare = await signUp("first", {}, closed);
    expect([bare.status, codeOf(bare.result)]).toEqual([403, "signUp.closed"]);
    const token = (await closed.firstInvitation()) ?? "";
    const first = valueOf((await signUp("first", { invitation: token }, closed)).result);
    const made = await closed.call("makeInvitation", {}, { authorization: `Bearer ${first.token}` });
    expect([made.status, codeOf(made.result)]).toEqual([403, "signUp.closed"]);
    await closed.close();
  });

  it("the operator's own let somebody in also where it is closed, once each, and beside others of theirs", async () => {
    const closed = await serverWith({ policy: "closed", domains: [] });
    const read = readConfig({ PUBLIC_URL: "https://calls.example.org", SIGN_UP: "closed" });
    if ("faults" in read) throw new Error(read.faults.join());
    const links: string[] = [];
    while (links.length < 3) links.push((await makeInvitation(read.config, closed.databaseUrl)).link);
    await closed.firstInvitation();
    for (const [index, link] of links.entries()) {
      const invitation = /^https:\/\/calls\.example\.org\/#invitation\/([\w-]{43})$/.exec(link)?.[1] ?? "";
      const made = valueOf((await signUp(`guest${index}`, { invitation }, closed)).result);
      const contacts = await closed.call("listContacts", {}, { authorization: `Bearer ${made.token}` });
      expect(valueOf(contacts.result)).toEqual([]);
      expect(codeOf((await signUp(`again${index}`, { invitation }, closed)).result)).toBe("signUp.invitation");
    }
    await closed.close();
  });

  it("addresses of the allowed domains only, with an invitation or without", async () => {
    const company = await serverWith({ policy: "open", domains: ["example.org"] });
    expect(valueOf((await company.call("serverInfo", {})).result).signUpDomains).toEqual(["example.org"]);
    const stranger = await signUp("stranger", { email: "stranger@elsewhere.example" }, company);
    expect([stranger.status, stranger.result]).toEqual([
      403,
      { ok: false, error: { code: "signUp.domain", field: "email" } },
    ]);
    const { token } = valueOf((await signUp("colleague", {}, company)).result);
    const change = { email: "colleague@elsewhere.example", password: PASSWORD };
    const changed = await company.call("askEmailChange", change, { authorization: `Bearer ${token}` });
    expect([changed.status, codeOf(changed.result)]).toEqual([403, "signUp.domain"]);
    expect(await company.firstInvitation()).toBeNull();
    await company.close();
  });
});
