import { expect, test } from "vitest";
import { drawTrayMark } from "./trayPicture";

function at({ pixels, size }: ReturnType<typeof drawTrayMark>, u: number, v: number): number[] {
  const start = (Math.floor((v * size) / 32) * size + Math.floor((u * size) / 32)) * 4;
  return Array.from(pixels.subarray(start, start + 4));
}

test.each([16, 32, 64])("the mark in colour at %d px: a tile with round corners, a frame and a dot", (size) => {
  const mark = drawTrayMark(size, "colour");
  expect(mark.pixels).toHaveLength(size * size * 4);
  expect(at(mark, 0.1, 0.1)).toEqual([0, 0, 0, 0]);
  expect(at(mark, 16, 3)).toEqual([0xd6, 0x53, 0x44, 255]);
  expect(at(mark, 16, 16)).toEqual([255, 255, 255, 255]);
  for (let index = 0; index < mark.pixels.length; index += 4) {
    const [blue = 0, green = 0, red = 0, alpha = 0] = mark.pixels.slice(index, index + 4);
    expect(Math.max(blue, green, red)).toBeLessThanOrEqual(alpha);
  }
});

test("as a template it is black on nothing", () => {
  const mark = drawTrayMark(32, "template");
  expect(at(mark, 16, 16)).toEqual([0, 0, 0, 255]);
  expect(at(mark, 16, 3)).toEqual([0, 0, 0, 0]);
});
