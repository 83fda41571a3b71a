import { expect, test } from "vitest";
import { containedBox } from "./containedBox";

test.each([
  [
    "bars at the sides",
    { width: 400, height: 100 },
    { width: 200, height: 100 },
    { left: 100, top: 0, width: 200, height: 100 },
  ],
  [
    "bars above and below",
    { width: 100, height: 400 },
    { width: 200, height: 200 },
    { left: 0, top: 150, width: 100, height: 100 },
  ],
  ["no bars", { width: 300, height: 300 }, { width: 100, height: 100 }, { left: 0, top: 0, width: 300, height: 300 }],
  ["no picture yet", { width: 300, height: 300 }, { width: 0, height: 0 }, null],
  ["no room", { width: 0, height: 0 }, { width: 100, height: 100 }, null],
])("%s", (_name, room, picture, expected) => {
  expect(containedBox(room, picture)).toEqual(expected);
});
