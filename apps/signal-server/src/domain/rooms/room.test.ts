import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { chooseSeat, doorOf, type Room, type Seat } from "./room";

const open: Room = { id: "room", ownerId: "ann", name: "Tea", locked: false, createdAt: new Date(0), callId: null };
const locked: Room = { ...open, locked: true };
const seat = (userId: string, number: number): Seat => ({
  roomId: "room",
  seat: number,
  userId,
  deviceId: `${userId}-1`,
});
const at = (userId: string, device = 1) => ({ userId, deviceId: `${userId}-${device}` });

describe("the door", () => {
  it.each([
    ["empty", open, [], "ben", "open"],
    ["one inside", open, [seat("ann", 1)], "ben", "open"],
    ["two inside", open, [seat("ann", 1), seat("ben", 2)], "cat", "full"],
    ["two inside, one of them asks", open, [seat("ann", 1), seat("ben", 2)], "ben", "open"],
    ["two inside, the owner asks", open, [seat("ben", 1), seat("cat", 2)], "ann", "full"],
    ["locked", locked, [], "ben", "locked"],
    ["locked, and inside", locked, [seat("ben", 1)], "ben", "open"],
    ["locked, the owner asks", locked, [seat("ben", 1)], "ann", "open"],
    ["locked and full", locked, [seat("ann", 1), seat("ben", 2)], "cat", "locked"],
  ] as const)("%s", (_name, room, taken, who, door) => expect(doorOf(room, taken, who)).toBe(door));

  it("another device takes the place of the first, the same one keeps it", () => {
    expect(chooseSeat(open, [seat("ben", 2)], at("ben", 2))).toEqual({ outcome: "seated", seat: 2, replaced: "ben-1" });
    expect(chooseSeat(open, [seat("ben", 2)], at("ben"))).toEqual({ outcome: "seated", seat: 2, replaced: null });
  });

  test("whoever comes and goes in whatever order: never three inside, never one seat twice, never one person twice", () => {
    const step = fc.record({
      who: fc.constantFrom("ann", "ben", "cat", "dan"),
      device: fc.integer({ min: 1, max: 2 }),
      does: fc.constantFrom("enter", "enter", "leave", "lock", "unlock"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let [room, taken]: [Room, readonly Seat[]] = [open, []];
        for (const { who, device, does } of steps) {
          if (does === "lock" || does === "unlock") room = { ...room, locked: does === "lock" };
          const others = taken.filter(({ userId }) => userId !== who);
          if (does === "leave") taken = others;
          if (does !== "enter") continue;
          const choice = chooseSeat(room, taken, at(who, device));
          const wasInside = others.length !== taken.length;
          if (choice.outcome !== "seated") {
            expect(wasInside).toBe(false);
            continue;
          }
          if (room.locked) expect(wasInside || who === room.ownerId).toBe(true);
          taken = [...others, { roomId: room.id, seat: choice.seat, ...at(who, device) }];
          expect(taken.length).toBeLessThanOrEqual(2);
          expect(new Set(taken.map((one) => one.seat)).size).toBe(taken.length);
        }
      }),
    );
  });
});
