import { expect, test } from "vitest";
import { createStopKey, type GlobalKeys, STOP_ACCELERATOR, stopKeysOn } from "./stopKey";

function fakeKeys(free: boolean) {
  const log: string[] = [];
  const pressed: (() => void)[] = [];
  const keys: GlobalKeys = {
    register(accelerator, onPressed) {
      log.push(`+${accelerator}`);
      if (free) pressed.push(onPressed);
      return free;
    },
    unregister: (accelerator) => void log.push(`-${accelerator}`),
  };
  return { keys, log, press: () => pressed[0]?.() };
}

test("is held while something is shared, once, and given back", () => {
  const { keys, log, press } = fakeKeys(true);
  let stopped = 0;
  const key = createStopKey("Ctrl+Shift+X", keys, () => {
    stopped += 1;
  });
  expect(key.current()).toBeNull();
  key.setSharing(true);
  key.setSharing(true);
  expect(key.current()).toEqual({ keys: "Ctrl+Shift+X", taken: false });
  press();
  expect(stopped).toBe(1);
  key.setSharing(false);
  key.setSharing(false);
  expect(key.current()).toBeNull();
  expect(log).toEqual([`+${STOP_ACCELERATOR}`, `-${STOP_ACCELERATOR}`]);
});

test("another program has it: that is told, and it is not taken from them", () => {
  const { keys, log } = fakeKeys(false);
  const key = createStopKey("Ctrl+Shift+X", keys, () => undefined);
  key.setSharing(true);
  expect(key.current()).toEqual({ keys: "Ctrl+Shift+X", taken: true });
  key.setSharing(false);
  expect(log).toEqual([`+${STOP_ACCELERATOR}`]);
});

test("where the system gives no global keys none is asked for", () => {
  const { keys, log } = fakeKeys(true);
  const key = createStopKey(null, keys, () => undefined);
  key.setSharing(true);
  expect(key.current()).toBeNull();
  expect(log).toEqual([]);
});

test.each([
  ["win32", {}, "Ctrl+Shift+X"],
  ["darwin", {}, "⌘⇧X"],
  ["linux", {}, "Ctrl+Shift+X"],
  ["linux", { XDG_SESSION_TYPE: "wayland" }, null],
] as const)("on %s %j it is %s", (platform, env, keys) => {
  expect(stopKeysOn(platform, env)).toBe(keys);
});
