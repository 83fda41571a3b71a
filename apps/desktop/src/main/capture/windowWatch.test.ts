import { expect, test, vi } from "vitest";
import { blindWindowWatch } from "./windowWatch";

test("where nothing is told, a window counts as normal, wherever it is", async () => {
  const seen = vi.fn();
  blindWindowWatch.follow("window:1:0", seen);
  expect(seen).not.toHaveBeenCalled();
  await Promise.resolve();
  expect(seen).toHaveBeenCalledExactlyOnceWith({ bounds: null, state: "normal" });
});

test("nothing comes after it was ended", async () => {
  const seen = vi.fn();
  blindWindowWatch.follow("window:1:0", seen)();
  await Promise.resolve();
  expect(seen).not.toHaveBeenCalled();
});
