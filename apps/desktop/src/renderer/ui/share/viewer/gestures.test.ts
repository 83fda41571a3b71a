import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterDouble, afterPinch, follow, isDouble, wheelZoom } from "./gestures";
import { FIT, fromPicture, layOut, type Surroundings, toPicture, type ViewChoice } from "./viewport";

const given: Surroundings = {
  view: { width: 360, height: 600 },
  picture: { width: 1920, height: 1080 },
  pixelRatio: 3,
};
const near: ViewChoice = { mode: "free", zoom: 4, centre: { x: 0.5, y: 0.5 } };
const at = (x: number, y: number) => ({ x, y });

describe("fingers", () => {
  it("two of them keep what is under them, within a device pixel", () => {
    const finger = fc.record({ x: fc.integer({ min: 120, max: 240 }), y: fc.integer({ min: 200, max: 400 }) });
    // At most twice as far apart: the zoom has an end.
    const reach = fc.integer({ min: 30, max: 60 });
    fc.assert(
      fc.property(finger, reach, reach, finger, (a, was, is, b) => {
        const from = layOut(near, given);
        const before = [at(a.x - was, a.y), at(a.x + was, a.y)];
        const after = [at(b.x - is, b.y), at(b.x + is, b.y)];
        const to = layOut(follow(from, before, after), given);
        before.forEach((point, index) => {
          const seen = toPicture(from, point);
          const want = after[index];
          if (!seen || !want) throw new Error("a finger beside the picture");
          const got = fromPicture(to, seen);
          // An edge in the way is one that lies on the view's, up to the snap to a device pixel.
          const clampedAcross = to.left > -0.5 || to.left + to.width < given.view.width + 0.5;
          const clampedDown = to.top > -0.5 || to.top + to.height < given.view.height + 0.5;
          if (!clampedAcross) expect(Math.abs(got.x - want.x)).toBeLessThanOrEqual(0.75);
          if (!clampedDown) expect(Math.abs(got.y - want.y)).toBeLessThanOrEqual(0.75);
        });
      }),
    );
  });

  it("one moves the picture, and nothing while all of it is seen", () => {
    const from = layOut(near, given);
    const to = layOut(follow(from, [at(100, 100)], [at(60, 130)]), given);
    expect(to.left).toBeCloseTo(from.left - 40, 3);
    expect(to.top).toBeCloseTo(from.top + 30, 3);
    expect(follow(layOut(FIT, given), [at(100, 100)], [at(60, 130)])).toBe(FIT);
  });

  it("a picture pinched smaller than what fits comes back to it", () => {
    const small: ViewChoice = { mode: "free", zoom: 0.2, centre: at(0.5, 0.5) };
    expect(afterPinch(layOut(small, given))).toBe(FIT);
    expect(afterPinch(layOut(near, given))).toEqual(near);
  });
});

describe("a double press", () => {
  it.each([
    ["soon and near", 200, at(110, 95), true],
    ["too late", 500, at(100, 100), false],
    ["too far", 100, at(160, 100), false],
  ])("%s", (_, timeMs, place, double) => {
    expect(isDouble({ at: at(100, 100), timeMs: 0 }, { at: place, timeMs })).toBe(double);
  });

  it("is none without a first", () => expect(isDouble(null, { at: at(0, 0), timeMs: 0 })).toBe(false));

  it("by mouse goes to original size and back", () => {
    expect(afterDouble(layOut(FIT, given), at(180, 300), "mouse").mode).toBe("original");
    expect(afterDouble(layOut(near, given), at(180, 300), "mouse")).toBe(FIT);
  });

  it("by finger always enlarges well, and back", () => {
    const from = layOut(FIT, given);
    expect(layOut(afterDouble(from, at(180, 300), "touch"), given).width).toBeGreaterThanOrEqual(from.width * 2.49);
    expect(afterDouble(layOut(near, given), at(180, 300), "touch")).toBe(FIT);
  });
});

it("the wheel enlarges away from the person, and undoes itself", () => {
  const from = layOut(near, given);
  const closer = layOut(wheelZoom(from, -100, at(180, 300)), given);
  expect(closer.zoom).toBeGreaterThan(from.zoom);
  expect(layOut(wheelZoom(closer, 100, at(180, 300)), given).zoom).toBeCloseTo(from.zoom, 9);
});
