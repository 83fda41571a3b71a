import { expect, test, vi } from "vitest";
import { createMacosOwners } from "./macosOwners";
import { WINDOW_APP_SCRIPT } from "./windowApp";
import { WINDOW_NAMES_SCRIPT } from "./windowNames";

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
  return {
    find: (id: string) => createMacosOwners({ runScript, works, ownProcessId: 77, now: () => 0 }).find({ id }),
    runScript,
    works,
  };
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

test("names of all windows come by one question and without any trial, and are asked again later", async () => {
  const runScript = vi.fn(async () =>
    JSON.stringify([
      ["41", "Player"],
      ["42", "Editor"],
    ]),
  );
  const works = vi.fn(async () => true);
  let now = 0;
  const { nameOf } = createMacosOwners({ runScript, works, ownProcessId: 77, now: () => now });
  const ids = ["window:41:0", "window:42:0", "window:43:0", "screen:41:0"];
  expect(await Promise.all(ids.map((id) => nameOf({ id })))).toEqual(["Player", "Editor", null, null]);
  expect(runScript).toHaveBeenCalledExactlyOnceWith(WINDOW_NAMES_SCRIPT, []);
  expect(works).not.toHaveBeenCalled();
  now = 2_001;
  await nameOf({ id: "window:41:0" });
  expect(runScript).toHaveBeenCalledTimes(2);
});

test.each(["", "null", '[["41"]]', '[["4x","Player"]]'])("malformed names are none: %j", async (output) => {
  const runScript = async () => output;
  const { nameOf } = createMacosOwners({ runScript, works: async () => true, ownProcessId: 77, now: () => 0 });
  await expect(nameOf({ id: "window:41:0" })).rejects.toThrow();
});
