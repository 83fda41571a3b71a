import { expect, test } from "vitest";
import { displayOf } from "./displayOf";

const displays = [{ id: 60 }, { id: 61 }];
const source = (id: string, display_id = "") => ({ id, display_id });

test.each([
  ["named by the system", [source("screen:1:0", "61"), source("screen:2:0", "60")], 61],
  ["not named, by its place", [source("screen:0:0"), source("screen:1:0")], 61],
  ["another number of sources than displays", [source("screen:1:0")], null],
  ["not listed any more", [source("screen:7:0"), source("screen:8:0")], null],
])("a screen %s", (_name, sources, expected) => {
  expect(displayOf("screen:1:0", sources, displays)).toBe(expected);
});
