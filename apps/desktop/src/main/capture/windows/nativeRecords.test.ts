import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFileDescription, readProcessEntry, readText } from "./nativeRecords";

/** The version resource of node.exe 20.20.2, as GetFileVersionInfoW gives it (without the room after it). */
const NODE_EXE = Buffer.from(
  `
    6AI0AAAAVgBTAF8AVgBFAFIAUwBJAE8ATgBfAEkATgBGAE8AAAAAAL0E7/4AAAEAFAAUAAAAAgAUABQAAAACAD8AAAAAAAAABAAEAAEAAAAAAA
    AAAAAAAAAAAABGAgAAAQBTAHQAcgBpAG4AZwBGAGkAbABlAEkAbgBmAG8AAAAiAgAAAQAwADQAMAA5ADAANABiADAAAAAwAAgAAQBDAG8AbQBw
    AGEAbgB5AE4AYQBtAGUAAAAAAE4AbwBkAGUALgBqAHMAAAAwAAgAAQBQAHIAbwBkAHUAYwB0AE4AYQBtAGUAAAAAAE4AbwBkAGUALgBqAHMAAA
    BeABsAAQBGAGkAbABlAEQAZQBzAGMAcgBpAHAAdABpAG8AbgAAAAAATgBvAGQAZQAuAGoAcwAgAEoAYQB2AGEAUwBjAHIAaQBwAHQAIABSAHUA
    bgB0AGkAbQBlAAAAAAAwAAgAAQBGAGkAbABlAFYAZQByAHMAaQBvAG4AAAAAADIAMAAuADIAMAAuADIAAAA0AAgAAQBQAHIAbwBkAHUAYwB0AF
    YAZQByAHMAaQBvAG4AAAAyADAALgAyADAALgAyAAAAOgAJAAEATwByAGkAZwBpAG4AYQBsAEYAaQBsAGUAbgBhAG0AZQAAAG4AbwBkAGUALgBl
    AHgAZQAAAAAAKgAFAAEASQBuAHQAZQByAG4AYQBsAE4AYQBtAGUAAABuAG8AZABlAAAAAAB+AC0AAQBMAGUAZwBhAGwAQwBvAHAAeQByAGkAZw
    BoAHQAAABDAG8AcAB5AHIAaQBnAGgAdAAgAE4AbwBkAGUALgBqAHMAIABjAG8AbgB0AHIAaQBiAHUAdABvAHIAcwAuACAATQBJAFQAIABsAGkA
    YwBlAG4AcwBlAC4AAAAAAEQAAAABAFYAYQByAEYAaQBsAGUASQBuAGYAbwAAAAAAJAAEAAAAVAByAGEAbgBzAGwAYQB0AGkAbwBuAAAAAAAJBL
    AE
  `,
  "base64",
);
/** The start of a PROCESSENTRY32W as Process32NextW gives it: services.exe, 0x38, child of 0x28. */
const SERVICES_EXE = Buffer.from(
  "380200000000000038000000000000000000000000000000000000000b00000028000000020000000000000073006500720076006900630065",
  "hex",
);

test("a process and its parent are read from where Windows puts them", () => {
  expect(readProcessEntry(SERVICES_EXE)).toEqual({ processId: 0x38, parentId: 0x28 });
});

test("text ends at its length or its end mark", () => {
  const text = Buffer.from("Edit\0rest", "utf16le");
  expect(readText(text, 9)).toBe("Edit");
  expect(readText(text, 2)).toBe("Ed");
  expect(readText(text, 0)).toBe("");
  expect(readText(text, -1)).toBe("");
  expect(readText(text, 9_999)).toBe("Edit");
});

describe("a file's description", () => {
  test("is read from a recorded resource", () => {
    expect(readFileDescription(NODE_EXE)).toBe("Node.js JavaScript Runtime");
  });

  test("is null where the resource has none", () => {
    expect(readFileDescription(Buffer.alloc(0))).toBeNull();
    expect(readFileDescription(NODE_EXE.subarray(0, 200))).toBeNull();
    expect(readFileDescription(Buffer.from("FileDescription\0", "utf16le"))).toBeNull();
  });

  test("of a damaged resource is some text or null, never a crash", () => {
    const damage = fc.tuple(fc.nat(NODE_EXE.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 20 }), fc.nat(NODE_EXE.length), (damages, length) => {
        const resource = Buffer.from(NODE_EXE.subarray(0, length));
        for (const [place, value] of damages) if (place < length) resource[place] = value;
        const text = readFileDescription(resource);
        expect(text === null || text.length <= NODE_EXE.length / 2).toBe(true);
      }),
    );
  });
});
