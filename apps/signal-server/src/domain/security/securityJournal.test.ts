import { expect, it, vi } from "vitest";
import { standardTiming } from "../timing";
import { type NewActivity, SecurityJournal } from "./securityJournal";

const at = new Date("2026-01-01T00:00:00Z");

function journalOver(add: (activity: NewActivity) => Promise<void>) {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const activities = { add: vi.fn(add), newestOf: vi.fn(async () => []), removeBefore: vi.fn(async () => undefined) };
  const journal = new SecurityJournal({ activities, clock: { now: () => at }, timing: standardTiming, log });
  return { journal, log, activities };
}

it("R46 R21 nobody waits for the row: the line is there at once, and the list has all that was recorded before", async () => {
  let store = () => {};
  const { journal, log, activities } = journalOver(() => new Promise((resolve) => (store = resolve)));
  journal.record({ kind: "logInFailed", userId: "u", address: "hash", deviceName: "Firefox on Linux" });
  expect(log.warn).toHaveBeenCalledExactlyOnceWith(
    "security",
    expect.objectContaining({ security: "logInFailed", user: "u", address: "hash" }),
  );
  const listed = journal.recentOf("u");
  await Promise.resolve();
  expect(activities.newestOf).not.toHaveBeenCalled();
  store();
  await listed;
  expect(activities.add).toHaveBeenCalledWith({ userId: "u", kind: "logInFailed", deviceName: "Firefox on Linux", at });
});

it("R46 one person's rows are added in the order they were recorded, and nobody waits for another person's", async () => {
  const stores: (() => void)[] = [];
  const { journal, activities } = journalOver(() => new Promise((resolve) => stores.push(resolve)));
  for (const kind of ["accountMade", "logIn"] as const) journal.record({ kind, userId: "u" });
  journal.record({ kind: "logInFailed", userId: "other" });
  const added = () => activities.add.mock.calls.map(([{ kind }]) => kind);
  await vi.waitFor(() => expect(added()).toEqual(["accountMade", "logInFailed"]));
  const settled = journal.settled();
  for (const store of stores.splice(0)) store();
  await vi.waitFor(() => expect(added()).toEqual(["accountMade", "logInFailed", "logIn"]));
  for (const store of stores) store();
  await settled;
});

it("R46 a row that cannot be written does not keep the next one from being written", async () => {
  const { journal, log, activities } = journalOver(async ({ kind }) => {
    if (kind === "logIn") throw new Error("the database is away");
  });
  for (const kind of ["logIn", "logOut"] as const) journal.record({ kind, userId: "u" });
  await journal.settled();
  expect(activities.add).toHaveBeenCalledTimes(2);
  expect(log.error).toHaveBeenCalledOnce();
});

it("R46 a row that cannot be written is told in the log and harms nobody", async () => {
  const { journal, log } = journalOver(() => Promise.reject(new Error("the database is away")));
  journal.record({ kind: "logIn", userId: "u" });
  await journal.settled();
  expect(log.error).toHaveBeenCalledOnce();
});

it("R46 what is about nobody, or about the server, is a line alone", () => {
  const { journal, log, activities } = journalOver(async () => undefined);
  journal.record({ kind: "logInFailed" });
  journal.record({ kind: "accessRefused", userId: "u" });
  journal.record({ kind: "accountDeleted", userId: "u" });
  expect(log.warn).toHaveBeenCalledTimes(2);
  expect(log.info).toHaveBeenCalledTimes(1);
  expect(activities.add).not.toHaveBeenCalled();
});
