import { type DrawnInk, drawnInk, INK_MESSAGES_PER_SECOND } from "@sightline/protocol";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createInkBatch } from "./inkBatch";

function batchOnAClock() {
  let now = 0;
  let due: { at: number; act: () => void }[] = [];
  const sent: DrawnInk[] = [];
  const batch = createInkBatch({
    send: (drawn) => sent.push(drawn),
    now: () => now,
    after: (ms, act) => due.push({ at: now + ms, act }),
  });
  const pass = (ms: number) => {
    const until = now + ms;
    for (let first = soonest(); first && first.at <= until; first = soonest()) {
      const task = first;
      due = due.filter((one) => one !== task);
      now = Math.max(now, task.at);
      task.act();
    }
    now = until;
  };
  const soonest = () => due.toSorted((a, b) => a.at - b.at)[0];
  return { batch, sent, pass };
}

const point = (x: number) => ({ x, y: 0.5 });
const ink = (stroke: number, ...xs: number[]): DrawnInk => ({ type: "ink", stroke, points: xs.map(point) });

test("the first goes at once, what follows is gathered", () => {
  const { batch, sent, pass } = batchOnAClock();
  batch.add(ink(1, 0.1));
  expect(sent).toEqual([ink(1, 0.1)]);
  batch.add(ink(1, 0.2));
  batch.add(ink(1, 0.3, 0.4));
  expect(sent).toHaveLength(1);
  pass(34);
  expect(sent.slice(1)).toEqual([ink(1, 0.2, 0.3, 0.4)]);
});

test("only the last place of the pointer counts, and strokes go first", () => {
  const { batch, sent, pass } = batchOnAClock();
  batch.add(ink(1, 0.1));
  batch.add({ type: "pointer", at: point(0.2) });
  batch.add({ type: "pointer", at: null });
  batch.add(ink(1, 0.3));
  pass(100);
  expect(sent).toEqual([ink(1, 0.1), ink(1, 0.3), { type: "pointer", at: null }]);
});

test("what was dropped is not sent", () => {
  const { batch, sent, pass } = batchOnAClock();
  batch.add(ink(1, 0.1));
  batch.add(ink(1, 0.2));
  batch.drop();
  pass(1_000);
  expect(sent).toHaveLength(1);
});

test("whatever is drawn, no message breaks the contract or the rate, and each stroke keeps its order", () => {
  const drawing = fc.array(fc.tuple(fc.nat(5), fc.nat(200), fc.nat(60)), { maxLength: 60 });
  fc.assert(
    fc.property(drawing, (steps) => {
      const { batch, sent, pass } = batchOnAClock();
      const drawn = new Map<number, number[]>();
      let count = 0;
      let passed = 0;
      for (const [stroke, many, pause] of steps) {
        const xs = Array.from({ length: many + 1 }, () => (count += 1) / 100_000);
        drawn.set(stroke, [...(drawn.get(stroke) ?? []), ...xs]);
        batch.add(ink(stroke, ...xs));
        pass(pause);
        passed += pause;
        expect(sent.length).toBeLessThanOrEqual(1 + (passed * INK_MESSAGES_PER_SECOND) / 1_000 + 1);
      }
      for (const message of sent) expect(drawnInk.safeParse(message).success).toBe(true);
      for (const [stroke, xs] of drawn) {
        const got = sent.flatMap((one) =>
          one.type === "ink" && one.stroke === stroke ? one.points.map(({ x }) => x) : [],
        );
        const expected = new Set(got);
        expect(got).toEqual(xs.filter((x) => expected.has(x)));
      }
    }),
  );
});
