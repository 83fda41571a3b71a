import { expect, test, vi } from "vitest";
import { findMacosApp } from "./findMacosApp";
import { WINDOW_APP_SCRIPT } from "./windowApp";

const answer = {
  processId: "501",
  bundleId: "com.example.Player",
  name: "Player",
  ownBundleId: "org.sightline.desktop",
};

function finder(output: string | Error, isWorking: boolean) {
  const runScript = vi.fn(async () => {
    if (output instanceof Error) throw output;
    return output;
  });
  const works = vi.fn(async () => isWorking);
  return { find: (id: string) => findMacosApp({ runScript, works, ownProcessId: 77 })({ id }), runScript, works };
}

test("a window leads to its app once the app's sound alone is proven", async () => {
  const { find, runScript, works } = finder(JSON.stringify(answer), true);
  expect(await find("window:41:0")).toEqual({ processId: "501", bundleId: "com.example.Player", appName: "Player" });
  expect(runScript).toHaveBeenCalledExactlyOnceWith(WINDOW_APP_SCRIPT, ["41", "77"]);
  expect(works).toHaveBeenCalledExactlyOnceWith({
    sourceId: "window:41:0",
    deviceId: "applicationLoopback:com.example.Player",
  });
});

test("without that proof it is not offered, and the reason told", async () => {
  expect(await finder(JSON.stringify(answer), false).find("window:41:0")).toBe("notAlone");
});

test.each([
  ["no answer", "null", "noProcess"],
  ["a malformed bundle", JSON.stringify({ ...answer, bundleId: "a:b" }), "noProcess"],
  ["our own bundle", JSON.stringify({ ...answer, bundleId: "org.sightline.desktop" }), "startsOthers"],
])("with %s nothing is tried", async (_name, output, expected) => {
  const { find, works } = finder(output, true);
  expect(await find("window:41:0")).toBe(expected);
  expect(works).not.toHaveBeenCalled();
});

test("for a screen nothing is asked", async () => {
  const { find, runScript } = finder("null", true);
  expect(await find("screen:41:0")).toBe("noProcess");
  expect(runScript).not.toHaveBeenCalled();
});
