import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Crop, drawnBy, MAX_ZOOM, type Size, type Square, squareOf, wholeCrop, zoomedTo } from "./crop";

const size = fc.record({ width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) });
const share = fc.double({ min: -3, max: 3, noNaN: true });
const move = fc.oneof(
  fc.record({ dx: share, dy: share }),
  fc.record({ zoom: fc.double({ min: -1, max: 9, noNaN: true }) }),
);
const SLACK = 1e-6;

function play(picture: Size, moves: readonly ({ dx: number; dy: number } | { zoom: number })[]): Crop {
  return moves.reduce<Crop>(
    (crop, made) => ("zoom" in made ? zoomedTo(picture, crop, made.zoom) : drawnBy(picture, crop, made.dx, made.dy)),
    wholeCrop,
  );
}

const near = (one: Square, other: Square) =>
  expect([one.left, one.top, one.side]).toEqual([other.left, other.top, other.side].map((n) => expect.closeTo(n, 5)));

describe("the cut of a picture", () => {
  it("begins with the largest square in the middle", () => {
    expect(squareOf({ width: 400, height: 300 }, wholeCrop)).toEqual({ left: 50, top: 0, side: 300 });
    expect(squareOf({ width: 300, height: 400 }, wholeCrop)).toEqual({ left: 0, top: 50, side: 300 });
  });

  it("never reaches over an edge, whatever is done to it", () => {
    fc.assert(
      fc.property(size, fc.array(move, { maxLength: 12 }), (picture, moves) => {
        const { left, top, side } = squareOf(picture, play(picture, moves));
        const shortest = Math.min(picture.width, picture.height);
        expect(side).toBeLessThanOrEqual(shortest);
        expect(side).toBeGreaterThanOrEqual(shortest / MAX_ZOOM - SLACK);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(left + side).toBeLessThanOrEqual(picture.width + SLACK);
        expect(top + side).toBeLessThanOrEqual(picture.height + SLACK);
      }),
    );
  });

  it("follows the hand: drawn to the right, it shows what is farther left", () => {
    const picture = { width: 1000, height: 1000 };
    const zoomed = zoomedTo(picture, wholeCrop, 2);
    near(squareOf(picture, zoomed), { left: 250, top: 250, side: 500 });
    near(squareOf(picture, drawnBy(picture, zoomed, 0.1, -0.2)), { left: 200, top: 350, side: 500 });
  });

  it("turns back at an edge at once: what was drawn too far is not stored up", () => {
    fc.assert(
      fc.property(size, fc.double({ min: 1e5, max: 1e6, noNaN: true }), (picture, far) => {
        const zoomed = zoomedTo(picture, wholeCrop, 2);
        const back = drawnBy(picture, drawnBy(picture, zoomed, far, far), -0.1, -0.1);
        const { side } = squareOf(picture, zoomed);
        near(squareOf(picture, back), { left: 0.1 * side, top: 0.1 * side, side });
      }),
    );
  });
});
