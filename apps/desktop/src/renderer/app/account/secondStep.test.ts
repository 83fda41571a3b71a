import { expect, it, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type { HttpClient } from "../../transport/httpClient";
import type { SessionStore } from "../../ui/appContext";
import { createLogIn } from "./secondStep";

const me = { id: "00000000-0000-4000-8000-000000000000", name: "Ada", username: "ada", email: "ada@example.org" };

function loggingIn(answers: object[]) {
  const request = vi.fn(async () => answers.shift());
  const store = createStore(() => ({ codeAsked: false }) as SessionStore);
  const enter = vi.fn(async (answer) => (answer.ok ? { ok: true as const, value: undefined } : answer));
  const http = { request } as unknown as HttpClient;
  return { request, store, enter, flow: createLogIn({ http, client: "web", store, enter }) };
}

it("a password alone is enough where no code is asked for", async () => {
  const { flow, store, enter } = loggingIn([{ ok: true, value: { me } }]);
  await flow.logIn({ login: "ada", password: "p" });
  expect(enter).toHaveBeenCalledExactlyOnceWith({ ok: true, value: { me } });
  expect(store.getState().codeAsked).toBe(false);
});

it("a ticket logs nobody in; it goes with the code, and a wrong code may be followed by another", async () => {
  const wrong = { ok: false, failure: { code: "auth.invalidCode" } };
  const { flow, store, enter, request } = loggingIn([
    { ok: true, value: { ticket: "t" } },
    wrong,
    { ok: true, value: { me } },
  ]);
  await flow.logIn({ login: "ada", password: "p" });
  expect(enter).not.toHaveBeenCalled();
  expect(store.getState().codeAsked).toBe(true);
  expect(await flow.finishLogIn("1")).toEqual(wrong);
  expect(store.getState().codeAsked).toBe(true);
  expect((await flow.finishLogIn("2")).ok).toBe(true);
  expect(request).toHaveBeenLastCalledWith("logInSecondStep", { ticket: "t", code: "2", client: "web" });
  expect(store.getState().codeAsked).toBe(false);
});

it("back to the password, the ticket is forgotten", async () => {
  const { flow, store, request } = loggingIn([
    { ok: true, value: { ticket: "t" } },
    { ok: false, failure: {} },
  ]);
  await flow.logIn({ login: "ada", password: "p" });
  flow.abandonLogIn();
  expect(store.getState().codeAsked).toBe(false);
  await flow.finishLogIn("1");
  expect(request).toHaveBeenLastCalledWith("logInSecondStep", { ticket: "", code: "1", client: "web" });
});
