import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { depthOf, geometryOf, isGone, stateOf, tellsOfChange, toDip, xWindowOf } from "./x11Output";

/** Recorded on Debian 12 with openbox: an xterm, its frame 1 px at the sides and 20 px at the top. */
const XWININFO = `
xwininfo: Window id: 0x40000c "Absolute upper-left X:  7"

  Absolute upper-left X:  301
  Absolute upper-left Y:  -12
  Relative upper-left X:  1
  Relative upper-left Y:  20
  Width: 496
  Height: 290
  Depth: 24
  Visual: 0x21
  Visual Class: TrueColor
  Border width: 0
  Class: InputOutput
  Map State: IsUnMapped
  Corners:  +301+120  -643+120  -643-590  +301-590
  -geometry 82x22+300+100
`;
const NORMAL = `WM_STATE(WM_STATE):
\t\twindow state: Normal
\t\ticon window: 0x0
_NET_WM_STATE(ATOM) = 
`;

test("the place of the program's own window, not of its frame", () => {
  expect(geometryOf(XWININFO)).toEqual({ x: 301, y: -12, width: 496, height: 290 });
  expect(depthOf(XWININFO)).toBe(24);
});

test.each(["", "xwininfo: error: No such window with id 0x40000c.", XWININFO.replace("496", "0")])(
  "what is no place is none: %j",
  (text) => {
    expect(geometryOf(text)).toBeNull();
  },
);

test("no depth where none is told", () => {
  expect(depthOf("")).toBeNull();
});

describe("state", () => {
  test.each([
    ["shown", NORMAL, "normal"],
    [
      "minimised by openbox",
      "WM_STATE(WM_STATE):\n\t\twindow state: Iconic\n_NET_WM_STATE(ATOM) = _NET_WM_STATE_HIDDEN\n",
      "minimised",
    ],
    [
      "known to one convention only",
      "WM_STATE:  not found.\n_NET_WM_STATE(ATOM) = _NET_WM_STATE_HIDDEN, _NET_WM_STATE_ABOVE\n",
      "minimised",
    ],
    [
      "known to the other only",
      "WM_STATE(WM_STATE):\n\t\twindow state: Iconic\n_NET_WM_STATE:  not found.\n",
      "minimised",
    ],
    ["maximised", NORMAL.replace("= ", "= _NET_WM_STATE_MAXIMIZED_VERT, _NET_WM_STATE_MAXIMIZED_HORZ"), "normal"],
    ["without a window manager", "WM_STATE:  not found.\n_NET_WM_STATE:  not found.\n", "normal"],
    ["told by no tool", "", "normal"],
  ] as const)("%s", (_name, output, expected) => {
    expect(stateOf(output)).toBe(expected);
  });
});

test.each([
  [
    "X Error of failed request:  BadWindow (invalid Window parameter)\n  Major opcode of failed request:  20 (X_GetProperty)",
    true,
  ],
  [
    "X Error: 9: Bad Drawable: 0x40000c\n  Request Major code: 14\nxwininfo: error: No such window with id 0x40000c.",
    true,
  ],
  ["xprop:  unable to open display ':77'", false],
  ["", false],
])("%j: gone is %s", (errors, expected) => {
  expect(isGone(errors)).toBe(expected);
});

const head = (name: string) => `\n${name} event, serial 18, synthetic YES, window 0x40000c,\n`;
const property = (name: string) =>
  `${head("PropertyNotify")}    atom 0x115 (${name}), time 1296653, state PropertyNewValue\n`;
test.each([
  [`${head("ConfigureNotify")}    event 0x40000c, window 0x40000c, (300,119), width 364, height 264,\n`, true],
  [head("UnmapNotify"), true],
  [head("DestroyNotify"), true],
  [property("_NET_WM_STATE"), true],
  [property("WM_STATE"), true],
  [property("WM_NORMAL_HINTS"), false],
  [property("_NET_WM_NAME"), false],
  ["", false],
])("event %#", (text, expected) => {
  expect(tellsOfChange(text)).toBe(expected);
});

test.each([
  ["window:4194316:0", "4194316"],
  ["screen:354:0", null],
  ["window::0", null],
  ["window:1;rm:0", null],
])("%s is X window %s", (sourceId, expected) => {
  expect(xWindowOf(sourceId)).toBe(expected);
});

test("on a scaled screen no edge is off by more than half a pixel", () => {
  const length = fc.integer({ min: 1, max: 8_000 });
  const place = fc.record({ x: fc.integer({ min: -4_000, max: 8_000 }), y: length, width: length, height: length });
  fc.assert(
    fc.property(place, fc.constantFrom(1, 1.25, 1.5, 2, 3), (pixels, scale) => {
      const dip = toDip(pixels, scale);
      expect(Math.abs(dip.x - pixels.x / scale)).toBeLessThanOrEqual(0.5);
      expect(Math.abs(dip.x + dip.width - (pixels.x + pixels.width) / scale)).toBeLessThanOrEqual(0.5);
      expect(Math.abs(dip.y + dip.height - (pixels.y + pixels.height) / scale)).toBeLessThanOrEqual(0.5);
    }),
  );
  expect(toDip({ x: 10, y: 20, width: 300, height: 200 }, 1)).toEqual({ x: 10, y: 20, width: 300, height: 200 });
});
