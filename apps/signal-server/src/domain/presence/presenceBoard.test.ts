import type { Presence } from "@sightline/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Notifier, Scheduler } from "../ports";
import { standardTiming } from "../timing";
import { PresenceBoard } from "./presenceBoard";
import { presenceOf } from "./presenceOf";

const BEN = "ben";
const ANN = "ann";

/** Time that passes when a test says so. */
function handClock() {
  let now = 0;
  let due: { at: number; task: () => Promise<void> }[] = [];
  const scheduler: Scheduler = {
    after(ms, task) {
      const entry = { at: now + ms, task };
      due.push(entry);
      return () => {
        due = due.filter((each) => each !== entry);
      };
    },
    every: () => () => undefined,
  };
  const next = () => due.toSorted((a, b) => a.at - b.at)[0];
  return {
    scheduler,
    async pass(ms: number) {
      const end = now + ms;
      for (let entry = next(); entry && entry.at <= end; entry = next()) {
        now = entry.at;
        due = due.filter((each) => each !== entry);
        await entry.task().catch(() => undefined);
      }
      now = end;
    },
  };
}

/** Ben with some devices, and Ann, who watches him by a list she loads and by what she is told. */
function world(oneOfMany: boolean) {
  const clock = handClock();
  const devices = new Map<string, { idle: boolean }>();
  const state = { inCallWith: null as string | null, quiet: false, databaseAway: false, seen: "offline" as Presence };
  const tell: Notifier["toUser"] = (userId, event, payload) => {
    if (userId === ANN && event === "presence:changed") state.seen = (payload as { presence: Presence }).presence;
  };
  const board = new PresenceBoard({
    oneOfMany,
    timing: standardTiming,
    scheduler: clock.scheduler,
    connections: {
      among: async () => new Set(),
      hasDevice: async () => false,
      devicesOf: async (userIds) => new Map(userIds.map((id) => [id, new Map(id === BEN ? devices : [])])),
    },
    notifier: { toUser: tell, toUserHere: tell, toDevice: () => undefined, endSession: () => undefined },
    devicesInCall: async () => new Map(state.inCallWith === null ? [] : [[BEN, state.inCallWith]]),
    quietAmong: async () => new Set(state.quiet ? [BEN] : []),
    async watchersOf(userId) {
      if (state.databaseAway) throw new Error("away");
      return userId === BEN ? [ANN] : [BEN];
    },
  });
  const refresh = () => board.refresh(BEN).catch(() => undefined);
  return {
    state,
    clock,
    board,
    truth: () => presenceOf({ devices, inCallWith: state.inCallWith, quiet: state.quiet }),
    async arrive(deviceId: string, { told, idle = false }: { told: boolean; idle?: boolean }) {
      devices.set(deviceId, { idle });
      if (told) await board.arrived({ userId: BEN, deviceId }).catch(() => undefined);
    },
    leave(deviceId: string) {
      const { idle = null } = devices.get(deviceId) ?? {};
      devices.delete(deviceId);
      if (idle !== null) board.left({ userId: BEN, deviceId }, idle);
    },
    async idle(deviceId: string, idle: boolean) {
      if (!devices.has(deviceId)) return;
      devices.set(deviceId, { idle });
      await refresh();
    },
    async call(deviceId: string | null) {
      state.inCallWith = deviceId;
      await refresh();
    },
    async quiet(quiet: boolean) {
      state.quiet = quiet;
      await refresh();
    },
    async list() {
      state.seen = (await board.of([BEN])).get(BEN) ?? "offline";
    },
  };
}

type World = ReturnType<typeof world>;

const device = fc.constantFrom("laptop", "phone");
const happening = fc.oneof(
  // Not told: thrown out, or the database failed, between the rooms and the word about it.
  fc
    .record({ device, told: fc.boolean(), idle: fc.boolean() })
    .map((given) => (w: World) => w.arrive(given.device, given)),
  fc.record({ device, idle: fc.boolean() }).map((given) => (w: World) => w.idle(given.device, given.idle)),
  device.map((given) => async (w: World) => w.leave(given)),
  fc.option(device).map((given) => (w: World) => w.call(given)),
  fc.boolean().map((given) => (w: World) => w.quiet(given)),
  fc.constant((w: World) => w.list()),
  fc.constant((w: World) => w.board.retell([ANN]).catch(() => undefined)),
  fc.boolean().map((away) => async (w: World) => {
    w.state.databaseAway = away;
  }),
  fc.integer({ min: 1, max: 3_000 }).map((ms) => (w: World) => w.clock.pass(ms)),
);

describe("what contacts see", () => {
  it.each([false, true])("is the truth in the end, whatever came before (one of many servers: %s)", async (many) => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 30 }), async (happenings) => {
        const w = world(many);
        for (const happen of happenings) await happen(w);
        w.state.databaseAway = false;
        // Whoever is connected and was not told of is told of with the next thing that happens; the socket is closed else.
        w.leave("laptop");
        await w.clock.pass(10_000);
        await w.arrive("laptop", { told: true });
        await w.clock.pass(10_000);
        expect(w.state.seen).toBe(w.truth());
        for (const each of ["laptop", "phone"]) w.leave(each);
        await w.clock.pass(10_000);
        expect(w.state.seen).toBe("offline");
      }),
      { numRuns: 500 },
    );
  });

  it("is told again when a list has shown something else meanwhile", async () => {
    const w = world(false);
    await w.arrive("laptop", { told: true });
    await w.arrive("laptop", { told: false, idle: true });
    await w.list();
    expect(w.state.seen).toBe("away");
    await w.arrive("laptop", { told: true });
    expect(w.state.seen).toBe("online");
  });

  it("a page that is loaded anew shows no word in between, however often", async () => {
    const w = world(false);
    await w.arrive("page 0", { told: true });
    const seen = new Set<Presence>();
    for (let load = 0; load < 5; load++) {
      w.leave(`page ${load}`);
      await w.clock.pass(standardTiming.presenceGrace - 200);
      await w.arrive(`page ${load + 1}`, { told: true });
      seen.add(w.state.seen);
    }
    await w.clock.pass(10_000);
    expect([...seen, w.state.seen]).toEqual(["online", "online"]);
  });
});

const connected = fc
  .uniqueArray(fc.record({ id: fc.constantFrom("laptop", "phone", "tablet"), idle: fc.boolean() }), {
    selector: (d) => d.id,
  })
  .map((all) => new Map(all.map(({ id, idle }) => [id, { idle }])));

describe("the word for a person", () => {
  it("is the first that is true: offline, do not disturb, in a call (with that device), away (at none), online", () => {
    fc.assert(
      fc.property(connected, fc.option(device), fc.boolean(), (devices, inCallWith, quiet) => {
        const word = presenceOf({ devices, inCallWith, quiet });
        const flags = [...devices.values()].map(({ idle }) => idle);
        const talks = inCallWith !== null && devices.has(inCallWith);
        expect(word === "offline").toBe(flags.length === 0);
        expect(word === "doNotDisturb").toBe(flags.length > 0 && quiet);
        expect(word === "inCall").toBe(!quiet && talks);
        if (word === "away") expect(flags).not.toContain(false);
        if (word === "online") expect(flags).toContain(false);
      }),
    );
  });

  it("changes at once with the first input at any device", () => {
    fc.assert(
      fc.property(connected, device, (devices, back) => {
        const after = new Map([...devices].map(([id, { idle }]) => [id, { idle: idle && id !== back }]));
        if (after.has(back)) expect(presenceOf({ devices: after, inCallWith: null, quiet: false })).toBe("online");
      }),
    );
  });
});
