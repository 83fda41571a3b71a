import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isSearchable, wordsOf } from "./directory";

describe("words of a name", () => {
  it.each([
    ["Grace Hopper", ["grace", "hopper"]],
    ["ann_lee.x-1", ["ann", "lee", "x", "1"]],
    ["Zoë  ÅSTRÖM", ["zoe", "astrom"]],
    ["Zoe\u0308", ["zoe"]],
    ["ＦＵＬＬ ①", ["full", "1"]],
    ["O'Neill (Dr.)", ["o", "neill", "dr"]],
    ["山田 太郎", ["山田", "太郎"]],
    ["Ann ann ANN", ["ann"]],
    ["%_\\ * ' \" \0 :* & | !", []],
  ])("%j", (text, words) => expect(wordsOf(text)).toEqual(words));

  test("hold letters and digits alone, are found again by themselves, and are never long", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const words = wordsOf(text);
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]{1,40}$/u);
        expect(wordsOf(words.join(" "))).toEqual(words);
      }),
    );
  });
});

it.each([
  ["", false],
  ["a b", false],
  ["𝒜", false],
  ["a be", true],
  ["李明", true],
  ["ab c d e f g h i j k", true],
  ["ab c d e f g h i j k l", false],
])("is %j enough to search by: %s", (text, enough) => expect(isSearchable(wordsOf(text))).toBe(enough));
