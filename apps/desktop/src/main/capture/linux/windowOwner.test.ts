import { describe, expect, test } from "vitest";
import { flatpakIdIn, parentIn } from "./processes";
import { isFlatpakOf, topOfProgram, windowWordsIn } from "./windowOwner";

describe("what xprop prints", () => {
  test("of a browser's window", () => {
    const printed = '_NET_WM_PID(CARDINAL) = 13550\nWM_CLASS(STRING) = "chromium", "Chromium"\n';
    expect(windowWordsIn(printed)).toEqual({ pid: 13550, classes: ["chromium", "Chromium"] });
  });

  test("of a window that tells nothing", () => {
    const printed = "_NET_WM_PID:  not found.\nWM_CLASS:  not found.\n";
    expect(windowWordsIn(printed)).toEqual({ pid: null, classes: [] });
  });

  test("of a window whose name looks like an answer", () => {
    const printed = 'WM_CLASS(STRING) = "x\\", _NET_WM_PID(CARDINAL) = 1", "Evil"\n';
    expect(windowWordsIn(printed)).toEqual({ pid: null, classes: ['x\\", _NET_WM_PID(CARDINAL) = 1', "Evil"] });
  });
});

test.each([
  ["org.videolan.VLC", ["vlc", "vlc"], true],
  ["org.gnome.Totem", ["org.gnome.Totem"], true],
  ["org.mozilla.firefox", ["Navigator", "firefox"], true],
  ["org.mozilla.firefox", ["chromium", "Chromium"], false],
  ["org.videolan.VLC", [], false],
])("the Flatpak %s and windows of class %j: %s", (id, classes, fits) => {
  expect(isFlatpakOf(id, classes)).toBe(fits);
});

describe("the top of a program", () => {
  const programs: Record<number, string> = {
    1: "/sbin/init",
    10: "/usr/lib/chromium/chromium",
    11: "/usr/lib/chromium/chromium",
    20: "/usr/bin/bash",
    21: "/usr/bin/xterm",
    30: "/usr/bin/python3.11",
    31: "/usr/bin/python3.11",
  };
  const programAt = (pid: number) => programs[pid] ?? null;

  test.each([
    ["a child's window belongs to the whole program", [11, 10, 1], 10],
    ["another program above is not part of it", [21, 20, 1], 21],
    ["a program run by an interpreter is not the one that started it", [31, 30, 1], 31],
    ["a process that cannot be looked into is unknown", [99, 1], null],
    ["a process that is gone is unknown", [], null],
  ])("%s", (_name, line, top) => {
    expect(topOfProgram(line, programAt)).toBe(top);
  });
});

test("a parent is read from the name's end on", () => {
  expect(parentIn("42 (a) S 1 (b) R 7 42 42 0 -1")).toBe(7);
  expect(parentIn("42 (chromium) S 13 42 42 0 -1")).toBe(13);
  expect(parentIn("")).toBeNull();
});

test("a Flatpak's id", () => {
  expect(flatpakIdIn("[Application]\nname=org.videolan.VLC\nruntime=x\n")).toBe("org.videolan.VLC");
  expect(flatpakIdIn("[Application]\nname=../evil\n")).toBeNull();
});
