import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { Mailbox } from "../testing/mailbox";
import { createTestServer, PASSWORD, type TestServer } from "../testing/testServer";

let now = Date.parse("2026-01-01T00:00:00Z");
let box: Mailbox;
let server: TestServer;
beforeAll(async () => {
  box = await Mailbox.open();
  const config = { ...box.config, confirmationRequired: true };
  server = await createTestServer({ config, clock: { now: () => new Date(now) }, timing: { sessionSweep: 50 } });
});
afterAll(async () => {
  await server.close();
  await box.close();
});

const form = (username: string, email = `${username}@example.org`) => ({
  name: "Some One",
  username,
  email,
  password: PASSWORD,
  client: "desktop" as const,
});
const signUp = (username: string, email?: string) => server.call("signUp", form(username, email));
const logIn = async (login: string, password = PASSWORD) =>
  codeOf((await server.call("logIn", { login, password, client: "desktop" })).result);
const confirm = async (proof: { token: string } | { login: string; code: string }) =>
  codeOf((await server.call("confirmSignUp", { proof })).result);

describe("sign-up with confirmation", () => {
  it("one can log in once the mailed code was typed, and not before; only the right password tells", async () => {
    const answer = await signUp("ann");
    expect(answer.status).toBe(403);
    expect(answer.result).toEqual({ ok: false, error: { code: "auth.unconfirmed" } });
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(await logIn("ann")).toBe("auth.unconfirmed");
    expect(await logIn("ann", "not the right one")).toBe("auth.invalidCredentials");
    const { code } = await box.secretsTo("ann@example.org");
    expect(await confirm({ login: "ann", code: "222222" })).toBe("proof.invalid");
    expect(await confirm({ login: "nobody.there", code })).toBe("proof.invalid");
    expect(await confirm({ login: "ann", code })).toBe("ok");
    expect(await confirm({ login: "ann", code })).toBe("proof.invalid");
    expect(await logIn("ann")).toBe("ok");
  });

  it("by the link, or by setting a new password, too, which proves as much", async () => {
    await signUp("ben");
    expect(await confirm({ token: (await box.secretsTo("ben@example.org")).token })).toBe("ok");
    expect(await logIn("ben")).toBe("ok");
    await signUp("cas");
    await box.secretsTo("cas@example.org");
    valueOf((await server.call("askPasswordReset", { email: "cas@example.org" })).result);
    const { token } = await box.secretsTo("cas@example.org", 2);
    const password = "wooden spoon under water";
    valueOf((await server.call("resetPassword", { proof: { token }, password })).result);
    expect(await logIn("cas", password)).toBe("ok");
  });

  it("a taken address gets the same answer, and its owner the mail (R21); a taken username is told", async () => {
    await signUp("dee");
    await confirm({ token: (await box.secretsTo("dee@example.org")).token });
    const [free, taken] = [await signUp("fay"), await signUp("gil", "dee@example.org")];
    expect(taken.result).toEqual(free.result);
    expect(taken.status).toBe(free.status);
    expect((await box.newestTo("dee@example.org", 2)).subject).toBe("Your address already has an account");
    expect(await logIn("gil")).toBe(await logIn("fay"));
    expect(codeOf((await signUp("gil", "other@example.org")).result)).toBe("auth.taken");
    expect(codeOf((await signUp("fay", "other@example.org")).result)).toBe("auth.taken");
    expect(await logIn("dee@example.org")).toBe("ok");
    valueOf((await server.call("askConfirmation", { login: "gil" })).result);
    expect((await box.newestTo("dee@example.org", 3)).subject).toBe("Your address already has an account");
  });

  it("an address is the first's who proves to read it; whoever only named it keeps nobody out", async () => {
    const mailed = (count: number) => box.secretsTo("shared@example.org", count);
    await signUp("squatter", "shared@example.org");
    const theirs = await mailed(1);
    await signUp("owner", "shared@example.org");
    const { token } = await mailed(2);
    expect(await confirm({ token })).toBe("ok");
    expect(await confirm({ token: theirs.token })).toBe("proof.invalid");
    expect(await logIn("shared@example.org")).toBe("ok");
    expect(await logIn("owner")).toBe("ok");
    expect(await logIn("squatter")).toBe("auth.unconfirmed");
  });

  it("of two who prove it in the same moment one has it", async () => {
    for (let round = 0; round < 5; round++) {
      const email = `both${round}@example.org`;
      const tokens: string[] = [];
      for (const name of ["one", "two"]) {
        await signUp(`${name}${round}`, email);
        tokens.push((await box.secretsTo(email, tokens.length + 1)).token);
      }
      const outcomes = await Promise.all(tokens.map((token) => confirm({ token })));
      expect(outcomes.toSorted()).toEqual(["ok", "proof.invalid"]);
    }
  });

  it("sends again when asked, the newest alone works, and says nothing of who has an account", async () => {
    await signUp("hal");
    const old = await box.secretsTo("hal@example.org");
    const [again, nobody] = await Promise.all(
      ["HAL", "nobody@example.org"].map((login) => server.call("askConfirmation", { login })),
    );
    expect(again?.result).toEqual(nobody?.result);
    const fresh = await box.secretsTo("hal@example.org", 2);
    expect(await confirm({ token: old.token })).toBe("proof.invalid");
    expect(await confirm({ login: "hal@example.org", code: fresh.code })).toBe("ok");
  });

  it("nobody finds who is not confirmed; after a day they are gone, and name and address are free", async () => {
    await signUp("ida");
    await confirm({ token: (await box.secretsTo("ida@example.org")).token });
    const known = { login: "ida", password: PASSWORD, client: "desktop" as const };
    const { token } = valueOf((await server.call("logIn", known)).result);
    await signUp("jon");
    await box.secretsTo("jon@example.org");
    const headers = { authorization: `Bearer ${token ?? ""}` };
    expect(valueOf((await server.call("searchPeople", { query: "jon" }, headers)).result)).toEqual([]);
    expect(valueOf((await server.call("searchPeople", { query: "ida" }, headers)).result)).toHaveLength(1);
    now += 86_400_001;
    await expect.poll(() => logIn("jon")).toBe("auth.invalidCredentials");
    expect(await logIn("ida")).toBe("ok");
    expect(codeOf((await signUp("jon")).result)).toBe("auth.unconfirmed");
  });
});
