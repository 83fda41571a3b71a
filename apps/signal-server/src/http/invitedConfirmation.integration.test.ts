import type { RouteInput } from "@sightline/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { Mailbox } from "../testing/mailbox";
import { createTestServer, PASSWORD, Person, type TestServer } from "../testing/testServer";

const DAY = 86_400_000;
let now = Date.parse("2026-01-01T00:00:00Z");
let box: Mailbox;
let server: TestServer;
let ann: Person;
beforeAll(async () => {
  box = await Mailbox.open();
  const config: Parameters<typeof createTestServer>[0] = {
    config: { ...box.config, confirmationRequired: true, signUp: { policy: "invited", domains: [] } },
    clock: { now: () => new Date(now) },
    timing: { sessionSweep: 50 },
  };
  server = await createTestServer(config);
});
afterAll(async () => {
  await server.close();
  await box.close();
});

const form = (username: string, invitation: string): RouteInput<"signUp"> => ({
  name: "Some One",
  username,
  email: `${username}@example.org`,
  password: PASSWORD,
  client: "desktop",
  invitation,
});
const signUp = async (username: string, invitation: string) =>
  codeOf((await server.call("signUp", form(username, invitation))).result);
const confirm = async (username: string) => {
  const { token } = await box.secretsTo(`${username}@example.org`);
  return codeOf((await server.call("confirmSignUp", { proof: { token } })).result);
};
const logIn = async (login: string): Promise<Person> => {
  const { me, token = "" } = valueOf(
    (await server.call("logIn", { login, password: PASSWORD, client: "desktop" })).result,
  ) as { me: Person["me"]; token?: string };
  return new Person(server, me, token);
};
const invited = async () => valueOf((await ann.call("makeInvitation", {})).result);
const contactsOf = async (person: Person) =>
  valueOf((await person.call("listContacts", {})).result).map(({ user }) => user.username);
const openOnes = async () => valueOf((await ann.call("listInvitations", {})).result).map(({ id }) => id);

describe("an invitation where sign-ups must be confirmed", () => {
  it("the operator's for the first account is made anew as long as nobody has confirmed one", async () => {
    expect(await signUp("nobody", (await server.firstInvitation()) ?? "")).toBe("auth.unconfirmed");
    const again = await server.firstInvitation();
    expect(await signUp("ann", again ?? "")).toBe("auth.unconfirmed");
    expect(await confirm("ann")).toBe("ok");
    expect(await server.firstInvitation()).toBeNull();
    ann = await logIn("ann");
  });

  it("makes the contact when the account is confirmed and not before, on all devices", async () => {
    const socket = await ann.connect();
    const { token, id } = await invited();
    expect(await signUp("ben", token)).toBe("auth.unconfirmed");
    expect(await contactsOf(ann)).toEqual([]);
    expect(await openOnes()).not.toContain(id);
    expect(await signUp("other", token)).toBe("signUp.invitation");
    const withdrawn = await ann.call("withdrawInvitation", { invitationId: id });
    expect(codeOf(withdrawn.result)).toBe("invitation.notFound");
    expect(await confirm("ben")).toBe("ok");
    expect(await socket.next("contact:changed")).toMatchObject({ user: { username: "ben" }, state: "accepted" });
    expect(await contactsOf(ann)).toEqual(["ben"]);
    expect(await contactsOf(await logIn("ben"))).toEqual(["ann"]);
    expect(await signUp("other", token)).toBe("signUp.invitation");
    socket.close();
  });

  it("by a new password, which proves as much, too", async () => {
    const { token } = await invited();
    await signUp("cas", token);
    await box.secretsTo("cas@example.org");
    valueOf((await server.call("askPasswordReset", { email: "cas@example.org" })).result);
    const proof = { token: (await box.secretsTo("cas@example.org", 2)).token };
    valueOf((await server.call("resetPassword", { proof, password: "wooden spoon under water" })).result);
    expect(await contactsOf(ann)).toContain("cas");
  });

  it("is good again when the account was never confirmed, and its name is free", async () => {
    const { token, id } = await invited();
    expect(await signUp("dee", token)).toBe("auth.unconfirmed");
    // It leaves after the answer, and to no account that is gone by then.
    await box.secretsTo("dee@example.org");
    now += DAY + 1;
    await expect.poll(openOnes).toContain(id);
    expect(await confirm("dee")).toBe("proof.invalid");
    expect(await contactsOf(ann)).not.toContain("dee");
    expect(await signUp("fay", token)).toBe("auth.unconfirmed");
    expect(await confirm("fay")).toBe("ok");
    expect(await contactsOf(ann)).toContain("fay");
  });

  it("keeps its promise when it runs out before the confirmation, and comes not back after its week", async () => {
    const [kept, lost] = [await invited(), await invited()];
    now += 7 * DAY - 60_000;
    await signUp("gus", kept.token);
    await signUp("hal", lost.token);
    now += 120_000;
    const rows = () => server.query("SELECT 1 FROM invitations WHERE id = ANY($1)", [[kept.id, lost.id]]);
    expect(await confirm("gus")).toBe("ok");
    expect(await contactsOf(ann)).toContain("gus");
    now += DAY;
    await expect.poll(rows).toEqual([]);
    expect(await signUp("ida", lost.token)).toBe("signUp.invitation");
  });

  it("used by 20 at once, holds exactly one account", async () => {
    ann = await logIn("ann");
    const { token } = await invited();
    const names = Array.from({ length: 20 }, (_, index) => `racer${index}`);
    const codes = await Promise.all(names.map((name) => signUp(name, token)));
    expect(codes.filter((code) => code === "auth.unconfirmed")).toHaveLength(1);
    expect(codes.filter((code) => code === "signUp.invitation")).toHaveLength(19);
    expect(await confirm(names[codes.indexOf("auth.unconfirmed")] ?? "")).toBe("ok");
    expect((await contactsOf(ann)).filter((name) => name.startsWith("racer"))).toHaveLength(1);
  });

  it("R21 tells nobody whether an address has an account: an invitation is used up for a taken one, too", async () => {
    const [one, other] = [await invited(), await invited()];
    const take = async (token: string, email: string, username: string) => {
      const answer = await server.call("signUp", { ...form(username, token), email });
      return { status: answer.status, result: answer.result };
    };
    const taken = await take(one.token, "ann@example.org", "prober1");
    expect(taken).toEqual(await take(other.token, "free@example.org", "prober2"));
    for (const [{ token }, name] of [
      [one, "prober3"],
      [other, "prober4"],
    ] as const) {
      expect(await signUp(name, token)).toBe("signUp.invitation");
    }
  });
});
