import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DESKTOP, processTable } from "./recordedWindows";
import { programName, soundOwner, type ProcessRecord, type WindowRecord } from "./soundOwner";

const US = 9000;
const of = (processId: number, children: WindowRecord["children"] = []): WindowRecord => ({ processId, children });
const coreWindow = (processId: number) => ({ className: "Windows.UI.Core.CoreWindow", processId });
const titleBar = (processId: number) => ({ className: "ApplicationFrameTitleBarWindow", processId });

/** The process id, or why there is none. */
function owner(window: WindowRecord, rows = DESKTOP, own = US): number | string {
  const found = soundOwner(window, processTable(rows), own);
  return typeof found === "string" ? found : found.processId;
}

describe("the process that sounds", () => {
  test.each([
    ["a browser's window: its top process", of(5000), 5000],
    ["a window of a browser's child: the top process of the same program", of(5012), 5000],
    ["a grandchild, whose path differs in case only", of(5024), 5000],
    ["a game: not the launcher that started it", of(7100), 7100],
    ["a program of the same name in another folder is another program", of(7210), 7210],
    [
      "a store app: the process of its content, not of the frame around it",
      of(6000, [titleBar(6000), coreWindow(6100)]),
      6100,
    ],
    ["a process whose parent is gone", of(1200), 1200],
  ])("%s", (_name, window, expected) => {
    expect(owner(window)).toBe(expected);
  });

  test.each([
    ["a store app that is suspended: the frame has no content", of(6000, [titleBar(6000)])],
    ["a frame whose content is its own", of(6000, [coreWindow(6000)])],
    [
      "a frame with only foreign windows of other kinds",
      of(6000, [{ className: "Shell_InputSwitch", processId: 6100 }]),
    ],
    ["a process that ended meanwhile", of(8888)],
    ["content whose process ended meanwhile", of(6000, [coreWindow(8888)])],
  ])("is unknown for %s", (_name, window) => {
    expect(owner(window)).toBe("noProcess");
  });
});

describe("a parent's number that was given to another process", () => {
  test("a younger process of the same program is not the parent", () => {
    const rows = String.raw`
      5000 4100 99 C:\Apps\player.exe
      5012 5000 61 C:\Apps\player.exe`;
    expect(owner(of(5012), rows)).toBe(5012);
  });

  test("two that started in the same tick belong together", () => {
    const rows = String.raw`
      5000 4100 61 C:\Apps\player.exe
      5012 5000 61 C:\Apps\player.exe`;
    expect(owner(of(5012), rows)).toBe(5000);
  });

  test("without start times or path nothing is assumed: the narrower process is taken", () => {
    const rows = String.raw`
      5000 4100 -  C:\Apps\player.exe
      5012 5000 61 C:\Apps\player.exe
      6000 4100 60 -
      6012 6000 61 -`;
    expect(owner(of(5012), rows)).toBe(5012);
    expect(owner(of(6012), rows)).toBe(6012);
  });

  test("a circle of reused numbers ends", () => {
    const rows = String.raw`
      10 11 5 C:\Apps\player.exe
      11 10 5 C:\Apps\player.exe
      20 20 5 C:\Apps\editor.exe`;
    expect([10, 11]).toContain(owner(of(10), rows));
    expect(owner(of(20), rows)).toBe(20);
  });
});

describe("a tree that holds our own call is never taken", () => {
  test.each([
    ["the shell, which started us", of(4100)],
    ["ourselves", of(US)],
    ["one of our own processes", of(9012)],
  ])("%s", (_name, window) => {
    expect(owner(window)).toBe("startsOthers");
  });

  const terminal = String.raw`
    100 1   10 C:\Program Files\WindowsApps\Terminal\WindowsTerminal.exe
    110 100 20 C:\Windows\System32\cmd.exe
    120 110 30 C:\sightline\Sightline.exe`;

  test("a terminal in which we were started", () => {
    expect(owner(of(100), terminal, 120)).toBe("startsOthers");
    expect(owner(of(110), terminal, 120)).toBe("startsOthers");
  });

  test("in doubt about start times it counts as ours", () => {
    expect(owner(of(100), terminal.replace(" 20 ", " - "), 120)).toBe("startsOthers");
  });

  test("a number that was reused is no ancestor of ours", () => {
    expect(owner(of(100), terminal.replace(" 10 ", " 25 "), 120)).toBe(100);
  });

  test("the shell, even one that was started after us", () => {
    expect(owner(of(4100), DESKTOP.replace("3000 50", "3000 99"))).toBe("startsOthers");
  });
});

test("whatever the table says: it ends, and the tree it names does not hold us", () => {
  const record = fc.record({
    parentId: fc.integer({ min: 1, max: 12 }),
    startedAt: fc.option(fc.bigInt({ min: 1n, max: 20n })),
    executable: fc.option(fc.constantFrom("C:\\a.exe", "C:\\b.exe", "C:\\Windows\\explorer.exe")),
  });
  fc.assert(
    fc.property(
      fc.array(record, { minLength: 1, maxLength: 12 }),
      fc.nat(11),
      fc.nat(11),
      (records, windowAt, ownAt) => {
        const table = records.map((one, index): ProcessRecord => ({ processId: index + 1, ...one }));
        const lookup = (processId: number) => table[processId - 1] ?? null;
        const own = (ownAt % table.length) + 1;
        const found = soundOwner({ processId: (windowAt % table.length) + 1, children: [] }, lookup, own);
        if (typeof found === "string") return;
        // All that surely or maybe descend from the answer, by the same reading of start times.
        const tree = new Set([found.processId]);
        for (let grown = true; grown; ) {
          const young = table.filter(({ processId, parentId, startedAt }) => {
            const parent = lookup(parentId);
            const isReused = parent?.startedAt != null && startedAt !== null && parent.startedAt > startedAt;
            return !tree.has(processId) && tree.has(parentId) && !isReused;
          });
          for (const { processId } of young) tree.add(processId);
          grown = young.length > 0;
        }
        expect(tree.has(own)).toBe(false);
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  ["C:\\Apps\\chrome.exe", "Google Chrome", "Google Chrome"],
  ["C:\\Apps\\Player.EXE", null, "Player"],
  ["C:\\Apps\\Player.exe", "   ", "Player"],
  ["C:\\Apps\\Player.exe", "x".repeat(500), "x".repeat(100)],
  [null, null, undefined],
])("a program is called by its description, else by its file: %j %j", (executable, description, expected) => {
  expect(programName(executable, description)).toBe(expected);
});
