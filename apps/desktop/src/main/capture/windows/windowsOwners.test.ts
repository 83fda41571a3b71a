import { expect, test, vi } from "vitest";
import { loadWindowsApi } from "./loadWindowsApi";
import { DESKTOP, processTable } from "./recordedWindows";
import type { WindowsApi } from "./windowsApi";
import { createWindowsOwners, windowHandle } from "./windowsOwners";

const US = 9000;

function windowsWith(processOfWindow: Record<string, number>): WindowsApi {
  return {
    window(handle) {
      const processId = processOfWindow[String(handle)];
      return processId === undefined ? null : { processId, children: [] };
    },
    place: () => null,
    processes: () => processTable(DESKTOP),
    description: (executable) => (executable.endsWith("chrome.exe") ? "Google Chrome" : null),
  };
}

function find(api: WindowsApi | null, id: string) {
  return createWindowsOwners(async () => api, US).find({ id });
}

test("the handle in the source id leads to the process and the app's name", async () => {
  const api = windowsWith({ 66: 5024, 77: 7100 });
  expect(await find(api, "window:66:0")).toEqual({ processId: "5000", appName: "Google Chrome" });
  expect(await find(api, "window:77:1")).toEqual({ processId: "7100", appName: "racer" });
});

test("a window that closed meanwhile has no process, one of the shell has too many", async () => {
  expect(await find(windowsWith({}), "window:66:0")).toBe("noProcess");
  expect(await find(windowsWith({ 66: 4100 }), "window:66:0")).toBe("startsOthers");
});

test("the app's name is known also where its sound cannot be taken alone", async () => {
  const { nameOf } = createWindowsOwners(async () => windowsWith({ 66: 4100, 77: 7100 }), US);
  expect(await nameOf({ id: "window:66:0" })).toBe("explorer");
  expect(await nameOf({ id: "window:77:0" })).toBe("racer");
  expect(await nameOf({ id: "window:88:0" })).toBeNull();
  expect(await createWindowsOwners(async () => null, US).nameOf({ id: "window:66:0" })).toBeNull();
});

test("where native functions cannot be called nothing is offered", async () => {
  expect(await find(null, "window:66:0")).toBe("noProcess");
});

test.skipIf(process.platform === "win32")("native functions are loaded on Windows only", async () => {
  expect(await loadWindowsApi()).toBeNull();
});

test("for what is no window the system is not asked", async () => {
  const load = vi.fn(async () => null);
  expect(await createWindowsOwners(load, US).find({ id: "screen:1:0" })).toBe("noProcess");
  expect(load).not.toHaveBeenCalled();
});

test.each([
  ["window:65630:0", 65_630n],
  ["window:9223372036854775807:0", 9_223_372_036_854_775_807n],
  ["window:9223372036854775808:0", null],
  ["window:0:0", null],
  ["window:-5:0", null],
  ["window:12", null],
  ["screen:12:0", null],
  ["window:12:0\n", null],
])("the handle of %j is %s", (id, handle) => {
  expect(windowHandle(id)).toBe(handle);
});
