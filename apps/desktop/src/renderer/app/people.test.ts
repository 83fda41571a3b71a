import type { Contact } from "@sightline/protocol";
import { describe, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type { HttpClient, HttpOutcome } from "../transport/httpClient";
import type { PeopleStore } from "../ui/people/peopleContext";
import { nobody } from "../stores/createStores";
import { createPeople } from "./people";

const grace = { id: "6f9619ff-8b86-4011-b42d-00c04fc964ff", name: "Grace Hopper", username: "grace" };
const asked: Contact = { user: grace, state: "outgoing", presence: "offline" };
const accepted: Contact = { user: grace, state: "accepted", presence: "online" };

/** People over an HTTP client whose answers the test gives when it likes. */
function setUp() {
  const waiting: { name: string; answer: (value: unknown) => void }[] = [];
  const http: HttpClient = {
    request: (name) =>
      new Promise((resolve) => {
        waiting.push({ name, answer: (value) => resolve({ ok: true, value } as HttpOutcome<never>) });
      }),
  };
  const store = createStore<PeopleStore>(() => nobody);
  const people = createPeople({ http, store, notify: () => {} });
  const answer = async (name: string, value: unknown) => {
    await vi.waitUntil(() => waiting.some((request) => request.name === name));
    const index = waiting.findIndex((request) => request.name === name);
    waiting.splice(index, 1)[0]?.answer(value);
  };
  return { people, store, answer };
}

describe("an answer that was overtaken by the socket", () => {
  test("a list of contacts is asked for again", async () => {
    const { people, store, answer } = setUp();
    const done = people.refresh();
    people.receive({ name: "contact:changed", payload: accepted });
    await answer("listContacts", [asked]);
    await answer("listCalls", []);
    await answer("listContacts", [accepted]);
    await answer("listCalls", []);
    await done;
    expect(store.getState()).toMatchObject({ loaded: true, contacts: [accepted] });
  });

  test("the answer to my request does not undo that it was accepted already", async () => {
    const { people, store, answer } = setUp();
    const done = people.request("grace");
    people.receive({ name: "contact:changed", payload: asked });
    people.receive({ name: "contact:changed", payload: accepted });
    await answer("requestContact", asked);
    await done;
    expect(store.getState().contacts).toEqual([accepted]);
  });
});

describe("R35: a link to a person", () => {
  test("shows a contact as soon as the contacts are there, and dials nobody", async () => {
    const { people, store, answer } = setUp();
    people.open("grace");
    const done = people.refresh();
    await answer("listContacts", [accepted]);
    await answer("listCalls", []);
    await done;
    expect(store.getState().selectedUserId).toBe(grace.id);
  });

  test("shows nobody who is no contact", async () => {
    const { people, store, answer } = setUp();
    const done = people.refresh();
    await answer("listContacts", [asked]);
    await answer("listCalls", []);
    await done;
    people.open("grace");
    people.open("eve");
    expect(store.getState().selectedUserId).toBeNull();
  });
});

describe("do not disturb", () => {
  const on = (seconds: number | null) => ({
    callableBy: "contacts" as const,
    foundByEmail: "nobody" as const,
    doNotDisturb: { seconds },
  });

  test("seconds that are left become a time by this device's clock, whatever that is", () => {
    const { people, store } = setUp();
    people.receive({ name: "preferences:changed", payload: on(60) });
    const left = (store.getState().quietUntil ?? 0) - Date.now();
    expect(left).toBeGreaterThan(55_000);
    expect(left).toBeLessThanOrEqual(60_000);
    people.receive({ name: "preferences:changed", payload: on(null) });
    expect(store.getState()).toMatchObject({ preferences: on(null), quietUntil: null });
  });

  test("is shown at once when it is set, and another change leaves its time alone", async () => {
    const { people, store, answer } = setUp();
    people.receive({ name: "preferences:changed", payload: on(60) });
    const { quietUntil } = store.getState();
    void people.changePreferences({ callableBy: "anyone" });
    expect(store.getState().quietUntil).toBe(quietUntil);
    void people.changePreferences({ doNotDisturb: null });
    expect(store.getState()).toMatchObject({ preferences: { doNotDisturb: null }, quietUntil: null });
    await answer("changePreferences", on(30));
    await vi.waitUntil(() => store.getState().quietUntil !== null);
  });

  test("a call that did not ring is read into the list when the server says so", async () => {
    const { people, store, answer } = setUp();
    people.receive({ name: "calls:changed", payload: {} });
    const call = { id: grace.id, peer: grace, direction: "incoming", kind: "audio", reason: "missed" };
    await answer("listCalls", [call]);
    await vi.waitUntil(() => store.getState().calls.length === 1);
  });
});
