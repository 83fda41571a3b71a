import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type QualityWord, qualityWord, type SteadyWord, steadyWord } from "./qualityWord";

const clean = { roundTrip: 20, loss: 0, concealed: 0, frozen: 0 };

describe("F27 the word from what was measured", () => {
  it.each([
    ["a clean line", clean, "good"],
    ["nothing measured yet", { ...clean, roundTrip: null }, "good"],
    ["across an ocean", { ...clean, roundTrip: 180 }, "good"],
    ["2 % loss, which error correction hides", { ...clean, loss: 0.02 }, "good"],
    ["delay that is felt", { ...clean, roundTrip: 250 }, "fair"],
    ["300 ms round trip", { ...clean, roundTrip: 300 }, "fair"],
    ["two satellites", { ...clean, roundTrip: 1200 }, "poor"],
    ["5 % loss", { ...clean, loss: 0.05 }, "fair"],
    ["10 % loss", { ...clean, loss: 0.1 }, "poor"],
    ["50 % loss", { ...clean, loss: 0.5 }, "poor"],
    ["a few made-up sounds", { ...clean, concealed: 0.05 }, "fair"],
    ["words go missing", { ...clean, concealed: 0.2 }, "poor"],
    ["a picture that stutters", { ...clean, frozen: 0.2 }, "fair"],
    ["a picture that stands still", { ...clean, frozen: 1 }, "poor"],
    ["the worst decides", { roundTrip: 260, loss: 0.3, concealed: 0, frozen: 0.2 }, "poor"],
  ] as const)("%s", (_name, measured, word) => {
    expect(qualityWord(measured)).toBe(word);
  });

  test("more of anything never makes it better", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const measured = fc.record({ roundTrip: fc.nat(3000), loss: share, concealed: share, frozen: share });
    const order = ["good", "fair", "poor"];
    fc.assert(
      fc.property(measured, measured, (one, more) => {
        const both = {
          roundTrip: one.roundTrip + more.roundTrip,
          loss: Math.max(one.loss, more.loss),
          concealed: Math.max(one.concealed, more.concealed),
          frozen: Math.max(one.frozen, more.frozen),
        };
        expect(order.indexOf(qualityWord(both))).toBeGreaterThanOrEqual(order.indexOf(qualityWord(one)));
      }),
    );
  });
});

describe("the word that is shown", () => {
  const shownAfter = (...looks: QualityWord[]) =>
    looks.reduce<SteadyWord | null>((shown, look) => steadyWord(shown, look), null)?.word;

  it.each([
    [["poor"], "poor"],
    [["good", "poor"], "good"],
    [["good", "poor", "poor"], "poor"],
    [["good", "fair", "poor"], "fair"],
    [["good", "poor", "good", "poor", "good"], "good"],
    [["poor", "good", "good", "good"], "poor"],
    [["poor", "good", "good", "good", "good"], "good"],
    [["poor", "good", "fair", "good", "good"], "fair"],
    [["fair", "good", "good", "poor", "good", "good"], "fair"],
  ] as const)("after %j is %s", (looks, word) => {
    expect(shownAfter(...looks)).toBe(word);
  });
});
