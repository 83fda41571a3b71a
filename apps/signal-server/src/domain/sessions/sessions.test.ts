import { expect, it, vi } from "vitest";
import { randomIds } from "../../adapters/ids";
import { standardTiming } from "../timing";
import { type Session, type SessionRepository, Sessions } from "./sessions";

const user = {
  id: "u",
  name: "U",
  username: "u",
  email: "u@example.org",
  pictureId: null,
  emailProved: false,
  guestOf: null,
  passwordVersion: 3,
};
const caller = { address: "hash", deviceName: "Firefox on Linux" };

/** As much of the table as one session needs. */
function fakeRows(): SessionRepository {
  const rows = new Map<string, Session & { tokenDigest: string }>();
  const byDigest = (digest: string) => [...rows.values()].find((row) => row.tokenDigest === digest) ?? null;
  return {
    async add(session) {
      if (session.passwordVersion !== user.passwordVersion) return false;
      rows.set(session.id, { ...session, user, lastSeenAt: session.createdAt });
      return true;
    },
    findByDigest: async (digest) => byDigest(digest),
    exists: async (id) => rows.has(id),
    listOf: async () => [...rows.values()],
    touch: async () => undefined,
    async setDigest(id, tokenDigest) {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, tokenDigest });
    },
    removeByDigest: async () => null,
    remove: async () => [],
    removeOlder: async () => [],
  };
}

function setUp() {
  const notifier = { toUser: vi.fn(), toUserHere: vi.fn(), toDevice: vi.fn(), endSession: vi.fn() };
  const clock = { now: () => new Date("2026-01-01T00:00:00Z") };
  const security = { record: vi.fn() };
  const ports = { notifier, ids: randomIds, clock, timing: standardTiming, security };
  return { sessions: new Sessions({ sessions: fakeRows(), ...ports }), notifier, security };
}

it("R28 what was proved with an earlier password opens no session, and is no log-in", async () => {
  const { sessions, security } = setUp();
  expect(await sessions.open({ ...user, passwordVersion: 2 }, "web", caller)).toBeNull();
  expect(security.record).not.toHaveBeenCalled();
  expect(await sessions.open(user, "web", caller)).not.toBeNull();
});

it("R28 rotation: the session goes on under a new token, the one so far is void, no socket is closed", async () => {
  const { sessions, notifier } = setUp();
  const first = await sessions.open(user, "web", caller);
  if (first === null) throw new Error("no session was opened");
  const before = await sessions.resolve(first);
  expect(before).not.toBeNull();
  if (!before) return;
  const second = await sessions.rotate(before);
  expect(second).not.toBe(first);
  expect(await sessions.resolve(first)).toBeNull();
  expect(await sessions.resolve(second)).toMatchObject({ id: before.id, createdAt: before.createdAt });
  expect(notifier.endSession).not.toHaveBeenCalled();
});
