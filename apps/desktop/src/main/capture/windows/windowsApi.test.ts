import { describe, expect, test } from "vitest";
import type { NativeFunctions } from "./nativeFunctions";
import { createWindowsApi } from "./windowsApi";

interface FakeProcess {
  readonly parent: number;
  readonly path?: string;
  readonly created?: bigint;
}

const WINDOW = 65_630;
/** A window with three children; the middle one is another process's. */
const children = [
  { handle: 101, className: "ApplicationFrameTitleBarWindow", process: 6000 },
  { handle: 102, className: "Windows.UI.Core.CoreWindow", process: 6100 },
  { handle: 103, className: "ApplicationFrameInputSinkWindow", process: 6000 },
];
const processes = new Map<number, FakeProcess>([
  [6000, { parent: 1200, path: "C:\\Windows\\System32\\ApplicationFrameHost.exe", created: 134_400_753_527_045_380n }],
  [6100, { parent: 1200, path: "C:\\Apps\\Musik für alle.exe", created: 134_400_753_527_045_381n }],
  // Windows lists it, but it may not be opened.
  [4, { parent: 0 }],
]);

/** Windows as its documentation describes these functions, over the tables above. */
function fakeWindows() {
  const open = new Set<number>();
  let position = 0;
  const write = (text: string, into: unknown) => (into as Buffer).write(`${text}\0`, "utf16le") / 2 - 1;
  const writeRect = (into: unknown, edges: readonly number[]) => {
    for (const [index, edge] of edges.entries()) (into as Buffer).writeInt32LE(edge, index * 4);
    return 1;
  };
  const writeEntry = (into: unknown) => {
    const [entry] = [...processes].slice(position, position + 1);
    position += 1;
    if (!entry || (into as Buffer).readUInt32LE() !== 568) return 0;
    (into as Buffer).writeUInt32LE(entry[0], 8);
    (into as Buffer).writeUInt32LE(entry[1].parent, 32);
    return 1;
  };
  const opened = (handle: unknown) => processes.get(Number(handle) - 10_000);
  const native: NativeFunctions = {
    windowProcess(handle, into) {
      const process = handle === BigInt(WINDOW) ? 6000 : children.find((one) => BigInt(one.handle) === handle)?.process;
      (into as Buffer).writeUInt32LE(process ?? 0);
      return process ? 77 : 0;
    },
    nextChild: (_parent, after) => children[children.findIndex((one) => one.handle === Number(after)) + 1]?.handle ?? 0,
    className: (child, into) => write(children.find((one) => BigInt(one.handle) === child)?.className ?? "", into),
    isMinimised: () => 0,
    windowRect: (_handle, into) => writeRect(into, [93, 200, 907, 807]),
    // The edge to grip is invisible left, right and below.
    windowAttribute(_handle, attribute, into, size) {
      if (attribute === 9 && size === 16) writeRect(into, [100, 200, 900, 800]);
      if (attribute === 14 && size === 4) (into as Buffer).writeUInt32LE(0);
      return 0;
    },
    snapshot: () => (open.add(500), 500),
    firstProcess: (_snapshot, into) => ((position = 0), writeEntry(into)),
    nextProcess: (_snapshot, into) => writeEntry(into),
    openProcess(access, _inherit, processId) {
      if (access !== 0x1000 || !processes.get(Number(processId))?.path) return 0;
      open.add(Number(processId) + 10_000);
      return Number(processId) + 10_000;
    },
    imageName(process, _flags, into, length) {
      (length as Buffer).writeUInt32LE(write(opened(process)?.path ?? "", into));
      return 1;
    },
    processTimes: (process, created) => ((created as Buffer).writeBigUInt64LE(opened(process)?.created ?? 0n), 1),
    close: (handle) => (open.delete(Number(handle)) ? 1 : 0),
    versionSize: () => 0,
    version: () => 0,
  };
  return { native, open };
}

test("a window is told with its process and its children's", () => {
  const api = createWindowsApi(fakeWindows().native);
  expect(api.window(BigInt(WINDOW))).toEqual({
    processId: 6000,
    children: children.map(({ className, process }) => ({ className, processId: process })),
  });
  expect(api.window(1n)).toBeNull();
});

test("processes are told with path and start, as far as they may be opened, and every handle is closed", () => {
  const { native, open } = fakeWindows();
  const lookup = createWindowsApi(native).processes();
  expect(lookup(6100)).toEqual({
    processId: 6100,
    parentId: 1200,
    executable: "C:\\Apps\\Musik für alle.exe",
    startedAt: 134_400_753_527_045_381n,
  });
  expect(lookup(4)).toEqual({ processId: 4, parentId: 0, executable: null, startedAt: null });
  expect(lookup(5)).toBeNull();
  expect(open).toEqual(new Set());
});

test("without a snapshot no process is known", () => {
  const { native } = fakeWindows();
  expect(createWindowsApi({ ...native, snapshot: () => -1 }).processes()(6100)).toBeNull();
});

test("a list of children that never ends is cut off", () => {
  const { native } = fakeWindows();
  const endless = createWindowsApi({ ...native, nextChild: () => 101 });
  expect(endless.window(BigInt(WINDOW))?.children).toHaveLength(64);
});

test("a file without a version has no description", () => {
  expect(createWindowsApi(fakeWindows().native).description("C:\\Apps\\x.exe")).toBeNull();
});

describe("where a window is", () => {
  const place = (change: Partial<NativeFunctions>, handle = BigInt(WINDOW)) =>
    createWindowsApi({ ...fakeWindows().native, ...change }).place(handle);
  const seen = { x: 100, y: 200, width: 800, height: 600 };

  test("is told without the invisible edge", () => {
    expect(place({})).toEqual({ processId: 6000, isMinimised: false, isCloaked: false, visible: seen });
  });

  test("is told with the edge where Windows knows no better", () => {
    const { windowAttribute } = fakeWindows().native;
    const refuse = (...values: Parameters<typeof windowAttribute>) =>
      values[1] === 9 ? -2_147_024_809 : windowAttribute(...values);
    expect(place({ windowAttribute: refuse })?.visible).toEqual({ x: 93, y: 200, width: 814, height: 607 });
    expect(place({ windowAttribute: refuse, windowRect: () => 0 })?.visible).toBeNull();
  });

  test("tells minimised, cloaked and closed windows", () => {
    expect(place({ isMinimised: () => 1 })?.isMinimised).toBe(true);
    const cloak: NativeFunctions["windowAttribute"] = (_handle, attribute, into) => {
      if (attribute === 14) (into as Buffer).writeUInt32LE(2);
      return 0;
    };
    expect(place({ windowAttribute: cloak })?.isCloaked).toBe(true);
    expect(place({ windowAttribute: () => -1 })?.isCloaked).toBe(false);
    expect(place({}, 1n)).toBeNull();
  });
});
