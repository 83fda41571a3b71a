import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { Mailbox } from "../testing/mailbox";
import { createTestServer, PASSWORD, type Person, type TestServer } from "../testing/testServer";

const NEW = "wooden spoon under water";
let box: Mailbox;
let server: TestServer;
beforeAll(async () => {
  box = await Mailbox.open();
  server = await createTestServer({ config: box.config });
});
afterAll(async () => {
  await server.close();
  await box.close();
});

const logIn = async (login: string, password: string) =>
  (await server.call("logIn", { login, password, client: "desktop" })).result;
const meBy = (token: string) => server.call("me", {}, { authorization: `Bearer ${token}` });

describe("changing the password (R30)", () => {
  it("needs the current one, ends the other sessions and their sockets, goes on here under a new token (R28), and is told by mail", async () => {
    const ann = await server.person();
    const { token = "" } = valueOf(await logIn(ann.me.username, PASSWORD));
    const [mine, theirs] = [await ann.connect(), await server.connect({ token })];
    const wrong = await ann.call("changePassword", { current: "not the right one", password: NEW });
    expect(codeOf(wrong.result)).toBe("auth.invalidCredentials");
    const weak = await ann.call("changePassword", { current: PASSWORD, password: ann.me.email });
    expect(weak.result).toMatchObject({ error: { code: "input.passwordPersonal", field: "password" } });
    expect(theirs.raw.connected).toBe(true);

    const begun = performance.now();
    const changed = valueOf((await ann.call("changePassword", { current: PASSWORD, password: NEW })).result);
    await theirs.next("session:ended");
    await theirs.disconnected();
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(mine.raw.connected).toBe(true);
    expect(codeOf((await meBy(token)).result)).toBe("auth.required");
    expect(codeOf((await meBy(ann.token)).result)).toBe("auth.required");
    expect(codeOf((await meBy(changed.token ?? "")).result)).toBe("ok");
    expect(codeOf(await logIn(ann.me.username, PASSWORD))).toBe("auth.invalidCredentials");
    expect(codeOf(await logIn(ann.me.username, NEW))).toBe("ok");
    expect((await box.newestTo(ann.me.email)).subject).toBe("Your password was changed");
  });

  it("makes a mailed reset code void", async () => {
    const ben = await server.person();
    valueOf((await server.call("askPasswordReset", { email: ben.me.email })).result);
    const { token } = await box.secretsTo(ben.me.email);
    valueOf((await ben.call("changePassword", { current: PASSWORD, password: NEW })).result);
    const reset = await server.call("resetPassword", { proof: { token }, password: "another wooden spoon" });
    expect(codeOf(reset.result)).toBe("proof.invalid");
  });

  it("guessing the current one is slowed down like guessing at the log-in (R22)", async () => {
    const strict = await createTestServer({ config: { ...box.config, relaxedLimits: false } });
    const cas = await strict.person("guessed.at");
    const codes = [];
    for (let times = 0; times < 6; times++) {
      codes.push(codeOf((await cas.call("changePassword", { current: `guess ${times}`, password: NEW })).result));
    }
    expect(codes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => "auth.invalidCredentials"));
    expect(codes[5]).toBe("rate.limited");
    expect(codeOf((await cas.call("me", {})).result)).toBe("ok");
    await strict.close();
  });
});

describe("changing the e-mail address (R30)", () => {
  const ask = async (person: Person, email: string, password = PASSWORD) =>
    (await person.call("askEmailChange", { email, password })).result;
  const emailOf = async (person: Person) => valueOf((await person.call("me", {})).result).email;

  it("needs the password and a code from the new address; the old one is told", async () => {
    const ann = await server.person();
    const fresh = "ann.new@example.net";
    expect(codeOf(await ask(ann, fresh, "not the right one"))).toBe("auth.invalidCredentials");
    expect(codeOf(await ask(ann, fresh))).toBe("ok");
    const { code } = await box.secretsTo(fresh);
    expect(await emailOf(ann)).toBe(ann.me.email);
    expect(codeOf((await ann.call("confirmEmailByCode", { code: "222222" })).result)).toBe("proof.invalid");
    const me = valueOf((await ann.call("confirmEmailByCode", { code: code.toLowerCase() })).result);
    expect(me).toEqual({ ...ann.me, email: fresh, emailConfirmed: true });
    expect(await emailOf(ann)).toBe(fresh);
    expect((await box.newestTo(ann.me.email)).subject).toBe("Your e-mail address was changed");
    expect(codeOf(await logIn(fresh, PASSWORD))).toBe("ok");
    expect(codeOf(await logIn(ann.me.email, PASSWORD))).toBe("auth.invalidCredentials");
    expect(codeOf((await ann.call("confirmEmailByCode", { code })).result)).toBe("proof.invalid");
  });

  it("or the link, opened anywhere, once", async () => {
    const ben = await server.person();
    expect(codeOf(await ask(ben, "ben.new@example.net"))).toBe("ok");
    const { token } = await box.secretsTo("ben.new@example.net");
    const both = await Promise.all([1, 2].map(() => server.call("confirmEmailByLink", { token })));
    expect(both.map(({ result }) => codeOf(result)).toSorted()).toEqual(["ok", "proof.invalid"]);
    expect(await emailOf(ben)).toBe("ben.new@example.net");
  });

  it("the address one has is proved in the same way, and nobody is told of a change", async () => {
    const dan = await server.person();
    expect(dan.me.emailConfirmed).toBeUndefined();
    expect(codeOf(await ask(dan, dan.me.email))).toBe("ok");
    const { code } = await box.secretsTo(dan.me.email);
    const me = valueOf((await dan.call("confirmEmailByCode", { code })).result);
    expect(me).toEqual({ ...dan.me, emailConfirmed: true });
    expect(valueOf((await dan.call("me", {})).result)).toEqual(me);
    const kinds = valueOf((await dan.call("listActivity", {})).result).map(({ kind }) => kind);
    expect(kinds).toContain("emailConfirmed");
    expect(kinds).not.toContain("emailChanged");
    expect(box.subjectsTo(dan.me.email)).toEqual(["Confirm your e-mail address"]);
  });

  it("an address that somebody has looks the same; its owner is told instead (R21)", async () => {
    const [cas, owner] = [await server.person(), await server.person()];
    const [taken, free] = [await ask(cas, owner.me.email), await ask(cas, "free@example.net")];
    expect(taken).toEqual(free);
    expect((await box.newestTo(owner.me.email)).subject).toBe("Your address already has an account");
    await box.secretsTo("free@example.net");
    expect(await emailOf(owner)).toBe(owner.me.email);
  });

  it("two who want the same address at once: the first to confirm has it, and one's code is nothing to the other", async () => {
    const [dee, eve] = [await server.person(), await server.person()];
    const email = "wanted@example.net";
    expect(codeOf(await ask(dee, email))).toBe("ok");
    const dees = await box.secretsTo(email);
    expect(codeOf(await ask(eve, email))).toBe("ok");
    const eves = await box.secretsTo(email, 2);
    expect(codeOf((await dee.call("confirmEmailByCode", { code: eves.code })).result)).toBe("proof.invalid");
    expect(codeOf((await eve.call("confirmEmailByCode", { code: eves.code })).result)).toBe("ok");
    expect((await dee.call("confirmEmailByCode", { code: dees.code })).result).toEqual({
      ok: false,
      error: { code: "auth.taken", field: "email" },
    });
    expect(await emailOf(dee)).toBe(dee.me.email);
  });

  it("a reset that was mailed to the old address opens nothing any more", async () => {
    const fay = await server.person();
    valueOf((await server.call("askPasswordReset", { email: fay.me.email })).result);
    const reset = await box.secretsTo(fay.me.email);
    expect(codeOf(await ask(fay, "fay.new@example.net"))).toBe("ok");
    const { code } = await box.secretsTo("fay.new@example.net");
    expect(codeOf((await fay.call("confirmEmailByCode", { code })).result)).toBe("ok");
    for (const proof of [{ token: reset.token }, { email: fay.me.email, code: reset.code }]) {
      const used = await server.call("resetPassword", { proof, password: NEW });
      expect(codeOf(used.result)).toBe("proof.invalid");
    }
  });
});
