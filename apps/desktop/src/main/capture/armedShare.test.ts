import { expect, test } from "vitest";
import { createArmedShareStore } from "./armedShare";

const share = { sourceId: "window:1:0", title: "Editor", audioDeviceId: null };

test("an armed share is handed out once", () => {
  const store = createArmedShareStore(() => 0);
  store.arm(share);
  expect(store.isArmed()).toBe(true);
  expect(store.take()).toEqual(share);
  expect(store.isArmed()).toBe(false);
  expect(store.take()).toBeNull();
});

test("an armed share lives ten seconds", () => {
  let now = 1_000;
  const store = createArmedShareStore(() => now);
  store.arm(share);
  now = 10_999;
  expect(store.isArmed()).toBe(true);
  now = 11_000;
  expect(store.isArmed()).toBe(false);
  expect(store.take()).toBeNull();
});

test("the last picked source counts, and disarming forgets it", () => {
  const store = createArmedShareStore(() => 0);
  store.arm(share);
  store.arm({ ...share, sourceId: "window:2:0" });
  expect(store.take()?.sourceId).toBe("window:2:0");
  store.arm(share);
  store.disarm();
  expect(store.take()).toBeNull();
});
