import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AutoState, autoStart, autoStep, MIN_STAY_MS } from "./autoStyle";

/** Looks every 250 ms; the style after each. */
function run(changes: readonly number[], from: AutoState = autoStart(0)) {
  const styles: string[] = [];
  let state = from;
  let at = state.since;
  for (const changed of changes) {
    at += 250;
    state = autoStep(state, { at, changed });
    styles.push(state.style);
  }
  return { styles, state };
}
const looks = (seconds: number, changed: number | ((index: number) => number)) =>
  Array.from({ length: seconds * 4 }, (_, index) => (typeof changed === "number" ? changed : changed(index)));
const inMotion: AutoState = { style: "motion", since: 0, recent: [] };

describe("the automatic style", () => {
  it.each([
    ["a page that rests", looks(30, 0), "text"],
    ["a blinking cursor", looks(30, (index) => (index % 2 ? 0.01 : 0)), "text"],
    ["a page turned every two seconds", looks(30, (index) => (index % 8 ? 0 : 0.6)), "text"],
    ["scrolling for a second, reading for three", looks(32, (index) => (index % 16 < 4 ? 0.3 : 0)), "text"],
    ["a film", looks(30, 0.35), "motion"],
    ["a film with quiet scenes", looks(30, (index) => (index % 12 < 10 ? 0.3 : 0.02)), "motion"],
  ])("%s ends as expected", (_, changes, style) => expect(run(changes).state.style).toBe(style));

  it.each([
    ["a film that is stopped", looks(10, 0), "text"],
    ["a film with a still of two seconds", [...looks(8, 0.3), ...looks(2, 0)], "motion"],
    ["half still, half moving", looks(20, (index) => (index % 2 ? 0.3 : 0)), "motion"],
  ])("from motion: %s", (_, changes, style) => expect(run(changes, inMotion).state.style).toBe(style));

  it("decides with one look a second, too, as a hidden page has them", () => {
    let state = autoStart(0);
    for (let at = 1_000; at <= 10_000; at += 1_000) state = autoStep(state, { at, changed: 0.4 });
    expect(state.style).toBe("motion");
  });

  it("decides nothing from one look after a pause", () => {
    const state = autoStep(autoStart(0), { at: 60_000, changed: 1 });
    expect(state.style).toBe("text");
  });

  it("whatever the picture does, two changes are never closer than the shortest stay", () => {
    const look = fc.record({
      after: fc.integer({ min: 0, max: 2_000 }),
      changed: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(look, { maxLength: 200 }), (series) => {
        let state = autoStart(0);
        let at = 0;
        let last = 0;
        for (const { after, changed } of series) {
          at += after;
          const next = autoStep(state, { at, changed });
          if (next.style !== state.style) {
            expect(at - last).toBeGreaterThanOrEqual(MIN_STAY_MS);
            last = at;
          }
          state = next;
        }
      }),
    );
  });

  it("what keeps changing evenly is decided once", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom<AutoState>(autoStart(0), inMotion),
        (changed, from) => {
          const { styles } = run(looks(60, changed), from);
          const changes = styles.filter((style, index) => style !== (styles[index - 1] ?? from.style));
          expect(changes.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("keeps only the looks of the last seconds", () => {
    expect(run(looks(120, 0.5)).state.recent.length).toBeLessThanOrEqual(17);
  });
});
