import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterResize,
  canPan,
  FIT,
  fitZoom,
  fromPicture,
  layOut,
  nextStep,
  originalAbout,
  panBy,
  type Surroundings,
  toPicture,
  type ViewChoice,
  type Viewport,
  zoomAbout,
} from "./viewport";

const full: Surroundings = {
  view: { width: 1000, height: 600 },
  picture: { width: 2000, height: 1000 },
  pixelRatio: 1,
};
const MIDDLE = { x: 0.5, y: 0.5 };

const length = fc.integer({ min: 40, max: 5000 });
const size = fc.record({ width: length, height: length });
const surroundings: fc.Arbitrary<Surroundings> = fc.record({
  view: size,
  picture: size,
  pixelRatio: fc.constantFrom(1, 1.25, 1.5, 1.75, 2, 2.625, 3),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
const place = fc.record({ x: share, y: share });
const zoom = fc.double({ min: 0.01, max: 20, noNaN: true });
const choice: fc.Arbitrary<ViewChoice> = fc.oneof(
  fc.constant(FIT),
  place.map((centre) => ({ mode: "original" as const, centre })),
  fc.record({ mode: fc.constant("free" as const), zoom, centre: place }),
);
const viewport = fc.tuple(choice, surroundings).map(([chosen, given]) => layOut(chosen, given));
/** Snapping to a device pixel moves the picture by up to half of one. */
const SNAP = 0.5;

function pointIn({ view }: Surroundings, { x, y }: { x: number; y: number }) {
  return { x: x * view.width, y: y * view.height };
}

function expectNoGap({ view, width, height, left, top }: Viewport): void {
  const axes = [
    [view.width, width, left],
    [view.height, height, top],
  ] as const;
  for (const [room, drawn, start] of axes) {
    if (drawn >= room) {
      expect(start).toBeLessThanOrEqual(SNAP);
      expect(start + drawn).toBeGreaterThanOrEqual(room - SNAP);
    } else expect(Math.abs(start - (room - drawn) / 2)).toBeLessThanOrEqual(SNAP);
  }
}

describe("layOut", () => {
  it.each<[string, ViewChoice, Partial<Surroundings>, Partial<Viewport>]>([
    ["fit: all of it, centred", FIT, {}, { zoom: 0.5, left: 0, top: 50, width: 1000, height: 500 }],
    ["fit enlarges a small picture", FIT, { picture: { width: 100, height: 100 } }, { zoom: 6, left: 200, top: 0 }],
    ["fit on a fine screen", FIT, { pixelRatio: 2 }, { zoom: 1, width: 1000, height: 500 }],
    ["original: from the middle", { mode: "original", centre: MIDDLE }, {}, { zoom: 1, left: -500, top: -200 }],
    [
      "original on a fine screen",
      { mode: "original", centre: MIDDLE },
      { pixelRatio: 2 },
      { zoom: 1, width: 1000, height: 500, left: 0, top: 50 },
    ],
    ["a corner", { mode: "original", centre: { x: 1, y: 1 } }, {}, { left: -1000, top: -400 }],
    ["at most 800 %", { mode: "free", zoom: 99, centre: MIDDLE }, {}, { zoom: 8 }],
    ["at least 10 %", { mode: "free", zoom: 0.001, centre: MIDDLE }, {}, { zoom: 0.1, left: 400, top: 250 }],
  ])("%s", (_, chosen, change, want) => {
    expect(layOut(chosen, { ...full, ...change })).toMatchObject(want);
  });

  it("never lets the picture leave, and at whole zooms its corner lies on a device pixel", () => {
    fc.assert(
      fc.property(viewport, (laid) => {
        expectNoGap(laid);
        if (!Number.isInteger(laid.zoom)) return;
        expect(laid.left * laid.pixelRatio).toBeCloseTo(Math.round(laid.left * laid.pixelRatio), 6);
        expect(laid.top * laid.pixelRatio).toBeCloseTo(Math.round(laid.top * laid.pixelRatio), 6);
      }),
    );
  });

  it("draws one video pixel on one device pixel at original size", () => {
    fc.assert(
      fc.property(surroundings, place, (given, centre) => {
        const { width, height } = layOut({ mode: "original", centre }, given);
        expect(width).toBeCloseTo(given.picture.width / given.pixelRatio, 9);
        expect(height).toBeCloseTo(given.picture.height / given.pixelRatio, 9);
      }),
    );
  });
});

describe("the mapping between view and picture", () => {
  it("comes back to where it started, both ways", () => {
    fc.assert(
      fc.property(viewport, place, place, (laid, onPicture, inView) => {
        const drawn = fromPicture(laid, onPicture);
        const back = toPicture(laid, drawn);
        // A point on the very edge may fall off it by rounding.
        if (back) {
          expect(Math.abs(back.x - onPicture.x) * laid.width).toBeLessThanOrEqual(0.5);
          expect(Math.abs(back.y - onPicture.y) * laid.height).toBeLessThanOrEqual(0.5);
        } else expect(Math.min(onPicture.x, 1 - onPicture.x, onPicture.y, 1 - onPicture.y)).toBeLessThan(1e-6);
        const point = pointIn(laid, inView);
        const seen = toPicture(laid, point);
        if (!seen) return;
        const again = fromPicture(laid, seen);
        expect(Math.hypot(again.x - point.x, again.y - point.y)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  it("is null beside the picture and 0 to 1 on it", () => {
    const laid = layOut(FIT, full);
    expect(toPicture(laid, { x: 500, y: 49 })).toBeNull();
    expect(toPicture(laid, { x: 500, y: 551 })).toBeNull();
    expect(toPicture(laid, { x: 0, y: 50 })).toEqual({ x: 0, y: 0 });
    expect(toPicture(laid, { x: 1000, y: 550 })).toEqual({ x: 1, y: 1 });
    expect(toPicture(laid, { x: 250, y: 300 })).toEqual({ x: 0.25, y: 0.5 });
  });
});

describe("zooming and panning", () => {
  it("keeps the point under the pointer where it is, unless an edge is in the way", () => {
    fc.assert(
      fc.property(viewport, zoom, place, (from, wanted, inView) => {
        const about = pointIn(from, inView);
        const to = layOut(zoomAbout(from, wanted, about), from);
        expectNoGap(to);
        const axes = [
          [about.x, from.left, from.width, to.left, to.width, to.view.width],
          [about.y, from.top, from.height, to.top, to.height, to.view.height],
        ] as const;
        for (const [point, oldStart, oldDrawn, start, drawn, room] of axes) {
          const seen = (point - oldStart) / oldDrawn;
          const unclamped = point - seen * drawn;
          if (drawn > room && unclamped <= -SNAP && unclamped + drawn >= room + SNAP)
            expect(Math.abs(start - unclamped)).toBeLessThanOrEqual(SNAP + 1e-6);
        }
      }),
    );
  });

  it("comes back after zooming in and out about the same point", () => {
    const start = layOut({ mode: "free", zoom: 2, centre: { x: 0.4, y: 0.6 } }, full);
    const about = { x: 700, y: 100 };
    const far = layOut(zoomAbout(start, 7, about), full);
    const back = layOut(zoomAbout(far, 2, about), full);
    expect(back).toMatchObject({ left: start.left, top: start.top, zoom: 2 });
  });

  it("moves by exactly what the pointer moved, and by nothing at the edge", () => {
    const start = layOut({ mode: "original", centre: MIDDLE }, full);
    expect(layOut(panBy(start, { x: 30, y: -20 }), full)).toMatchObject({ left: -470, top: -220 });
    const edge = layOut(panBy(start, { x: 9999, y: 0 }), full);
    expect(edge.left).toBe(0);
    expect(layOut(panBy(edge, { x: -10, y: 0 }), full).left, "no way back to make first").toBe(-10);
    expect(panBy(layOut(FIT, full), { x: 50, y: 50 })).toBe(FIT);
  });

  it("does not lose movements smaller than a pixel", () => {
    let at = layOut({ mode: "original", centre: MIDDLE }, full);
    for (let step = 0; step < 100; step += 1) at = layOut(panBy(at, { x: 0.3, y: 0 }), full);
    expect(at.left).toBe(-470);
  });

  it("calls 100 % original size", () => {
    expect(zoomAbout(layOut(FIT, full), 1, { x: 0, y: 0 }).mode).toBe("original");
    expect(originalAbout(layOut(FIT, full), { x: 500, y: 300 })).toEqual({ mode: "original", centre: MIDDLE });
  });

  it("steps through round figures, from anywhere", () => {
    const at = (value: number) => layOut({ mode: "free", zoom: value, centre: MIDDLE }, full);
    expect(nextStep(at(0.5), "in")).toBe(0.67);
    expect(nextStep(at(0.74), "in"), "0.75 would not be noticed").toBe(1);
    expect(nextStep(at(1), "out")).toBe(0.75);
    expect(nextStep(at(8), "in")).toBe(8);
    expect(nextStep(at(0.1), "out")).toBe(0.1);
  });

  it("can be moved only while there is more than is seen", () => {
    fc.assert(fc.property(surroundings, (given) => !canPan(layOut(FIT, given))));
    expect(canPan(layOut({ mode: "original", centre: MIDDLE }, full))).toBe(true);
  });
});

describe("when the picture arrives in another size", () => {
  const free: ViewChoice = { mode: "free", zoom: 1.5, centre: { x: 0.3, y: 0.3 } };
  it("keeps a free zoom's size on the screen while only the resolution changed", () => {
    expect(afterResize(free, { width: 1920, height: 1080 }, { width: 960, height: 540 })).toEqual({ ...free, zoom: 3 });
  });
  it("keeps the zoom when the shape changed: it is another window, or it was resized", () => {
    expect(afterResize(free, { width: 1920, height: 1080 }, { width: 800, height: 800 })).toBe(free);
  });
  it("original stays original", () => {
    const original: ViewChoice = { mode: "original", centre: MIDDLE };
    expect(afterResize(original, { width: 1920, height: 1080 }, { width: 960, height: 540 })).toBe(original);
  });
});

it("fits exactly", () => {
  fc.assert(
    fc.property(surroundings, (given) => {
      const { width, height, zoom: used } = layOut(FIT, given);
      expect(used).toBe(fitZoom(given));
      const slack = Math.min(given.view.width - width, given.view.height - height);
      expect(Math.abs(slack)).toBeLessThan(1e-6);
    }),
  );
});
