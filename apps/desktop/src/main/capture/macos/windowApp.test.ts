import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWindowApp, WINDOW_APP_SCRIPT, windowNumber } from "./windowApp";
import { WINDOW_NAMES_SCRIPT } from "./windowNames";

const answer = {
  processId: "501",
  bundleId: "com.example.Player",
  name: "Player",
  ownBundleId: "org.sightline.desktop",
};
const read = (change: object) => readWindowApp(JSON.stringify({ ...answer, ...change }));

describe("the script's answer", () => {
  test("names process, bundle and app", () => {
    expect(read({})).toEqual({ processId: "501", bundleId: "com.example.Player", appName: "Player" });
    expect(read({ name: null })).toEqual({ processId: "501", bundleId: "com.example.Player", appName: undefined });
    expect(read({ ownBundleId: null })).toMatchObject({ bundleId: "com.example.Player" });
  });

  test.each([
    ["a bundle with a colon", { bundleId: "com.example:1" }],
    ["a bundle with a line break", { bundleId: "com.example\n" }],
    ["a bundle of digits", { bundleId: "4242" }],
    ["a bundle that is too long", { bundleId: "a".repeat(156) }],
    ["a program without a bundle", { bundleId: null }],
    ["a process that is no number", { processId: "501; rm" }],
    ["a negative process", { processId: "-1" }],
    ["a process as a number", { processId: 501 }],
    ["more than was asked", { extra: 1 }],
  ])("with %s is none", (_name, change) => {
    expect(read(change)).toBe("noProcess");
  });

  test.each(["", "null", "{", "[]", "undefined", '"x"'])("%j is none", (text) => {
    expect(readWindowApp(text)).toBe("noProcess");
  });

  test("never offers our own bundle, which plays the call", () => {
    expect(read({ bundleId: "org.sightline.Desktop" })).toBe("startsOthers");
  });

  test("that is any text leads to no malformed bundle", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((bundleId) => JSON.stringify({ ...answer, bundleId })),
        ),
        (text) => {
          const app = readWindowApp(text);
          if (typeof app !== "string") expect(app.bundleId).toMatch(/^[A-Za-z0-9.-]{1,155}$/);
        },
      ),
    );
  });
});

/** Runs the script against a window server that answers in Objective-C's objects, as far as the script can tell. */
function runWith(
  windows: readonly Record<string, unknown>[],
  values: readonly string[],
  script = WINDOW_APP_SCRIPT,
): string {
  const boxed = (value: unknown) => ({ value });
  const apps: Record<number, { bundleId?: string; name?: string }> = {
    501: { bundleId: "com.example.Player", name: "Player" },
    77: { bundleId: "org.sightline.desktop", name: "Sightline" },
  };
  const system = {
    kCGWindowListOptionAll: 0,
    kCGNullWindowID: 0,
    CGWindowListCopyWindowInfo: (option: number, relativeTo: number) =>
      option === 0 && relativeTo === 0 ? windows : [],
    NSRunningApplication: {
      // A process that is no app is nil, whose every property is nil again.
      runningApplicationWithProcessIdentifier: (pid: number) => ({
        bundleIdentifier: boxed(apps[pid]?.bundleId),
        localizedName: boxed(apps[pid]?.name),
      }),
    },
  };
  const bridge = {
    import: () => undefined,
    castRefToObject: (list: readonly Record<string, unknown>[]) => ({
      count: list.length,
      objectAtIndex: (index: number) => ({ objectForKey: (key: string) => boxed(list[index]?.[key]) }),
    }),
    unwrap: (object: { value: unknown }) => object.value,
  };
  return runInNewContext(`${script}; run(values)`, { ObjC: bridge, $: system, values });
}

describe("the script", () => {
  const windows = [
    { kCGWindowNumber: 40, kCGWindowOwnerPID: 88 },
    { kCGWindowNumber: 41, kCGWindowOwnerPID: 501 },
  ];

  test("finds the window's app, and ours", () => {
    expect(JSON.parse(runWith(windows, ["41", "77"]))).toEqual(answer);
    expect(readWindowApp(runWith(windows, ["41", "77"]))).toMatchObject({ bundleId: "com.example.Player" });
  });

  test("tells a process without a bundle, and a window that is gone", () => {
    expect(readWindowApp(runWith(windows, ["40", "77"]))).toBe("noProcess");
    expect(readWindowApp(runWith(windows, ["42", "77"]))).toBe("noProcess");
    expect(readWindowApp(runWith([], ["41", "77"]))).toBe("noProcess");
  });

  test("takes what it is given as arguments only", () => {
    expect(WINDOW_APP_SCRIPT).not.toContain("${");
    expect(readWindowApp(runWith(windows, ["41); evil(", "77"]))).toBe("noProcess");
  });
});

test("the script for names lists every window that has one", () => {
  const windows = [
    { kCGWindowNumber: 40, kCGWindowOwnerName: "Editor" },
    { kCGWindowNumber: 41 },
    { kCGWindowNumber: 42, kCGWindowOwnerName: "x".repeat(500) },
  ];
  expect(JSON.parse(runWith(windows, [], WINDOW_NAMES_SCRIPT))).toEqual([
    ["40", "Editor"],
    ["42", "x".repeat(100)],
  ]);
});

test.each([
  ["window:41:0", "41"],
  ["window:4294967295:0", "4294967295"],
  ["window:4294967296:0", null],
  ["window:0:0", null],
  ["screen:41:0", null],
  ["window:4a:0", null],
])("the window number of %j is %s", (id, number) => {
  expect(windowNumber(id)).toBe(number);
});
