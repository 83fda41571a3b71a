import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { createTestServer, type Person, type TestServer } from "../testing/testServer";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const ask = async (from: Person, to: Person) =>
  (await from.call("requestContact", { username: to.me.username })).result;
const list = async (person: Person) => valueOf((await person.call("listContacts", {})).result);
const summary = ({ me: { id, name, username } }: Person) => ({ id, name, username });

describe("contacts", () => {
  it("a request and its acceptance reach all devices of both at once", async () => {
    const [ann, ben] = [await server.person(), await server.person()];
    const [annTwo, benOne] = [await ann.connect(), await ben.connect()];
    const outgoing = { user: summary(ben), state: "outgoing", presence: "offline" };
    expect(valueOf(await ask(ann, ben))).toEqual(outgoing);
    expect(await annTwo.next("contact:changed")).toEqual(outgoing);
    const incoming = { user: summary(ann), state: "incoming", presence: "offline" };
    expect(await benOne.next("contact:changed")).toEqual(incoming);
    expect(await list(ann)).toEqual([outgoing]);
    expect(await list(ben)).toEqual([incoming]);
    expect(codeOf((await ann.call("acceptContact", { userId: ben.id })).result)).toBe("contact.notFound");
    const accepted = { user: summary(ann), state: "accepted", presence: "online" };
    expect(valueOf((await ben.call("acceptContact", { userId: ann.id })).result)).toEqual(accepted);
    expect(await benOne.next("contact:changed")).toEqual(accepted);
    expect(await annTwo.next("contact:changed")).toEqual({ user: summary(ben), state: "accepted", presence: "online" });
  });

  it("two who ask each other are contacts, also in the same moment", async () => {
    for (let round = 0; round < 20; round++) {
      const [ann, ben] = [await server.person(), await server.person()];
      const states = (await Promise.all([ask(ann, ben), ask(ben, ann)])).map((result) => valueOf(result).state);
      expect(states).toContain("accepted");
      expect((await list(ann)).map(({ state }) => state)).toEqual(["accepted"]);
      expect((await list(ben)).map(({ state }) => state)).toEqual(["accepted"]);
    }
  });

  it("refuses oneself, the unknown and what is there already", async () => {
    const [ann, ben] = await server.contacts();
    expect(codeOf(await ask(ann, ann))).toBe("contact.self");
    expect(codeOf((await ann.call("requestContact", { username: "nobody.here" })).result)).toBe("user.notFound");
    expect(codeOf(await ask(ann, ben))).toBe("contact.exists");
    const cat = await server.person();
    valueOf(await ask(ann, cat));
    expect(codeOf(await ask(ann, cat))).toBe("contact.exists");
  });

  it.each(["requester withdraws", "asked declines", "either removes"])("%s: gone for both, live", async (way) => {
    const [ann, ben] = [await server.person(), await server.person()];
    const [mine, theirs] = [await ann.connect(), await ben.connect()];
    if (way === "either removes") await server.befriend(ann, ben);
    else valueOf(await ask(ann, ben));
    const [by, other] = way === "asked declines" ? [ben, ann] : [ann, ben];
    valueOf((await by.call("removeContact", { userId: other.id })).result);
    expect(await mine.next("contact:removed")).toEqual({ userId: ben.id });
    expect(await theirs.next("contact:removed")).toEqual({ userId: ann.id });
    expect([await list(ann), await list(ben)]).toEqual([[], []]);
    expect(codeOf((await by.call("removeContact", { userId: other.id })).result)).toBe("contact.notFound");
  });
});
