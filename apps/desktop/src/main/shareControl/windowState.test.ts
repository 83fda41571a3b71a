import { expect, test } from "vitest";
import type { SharedSource } from "../../shared/sharing";
import type { WatchedWindow, WindowWatch } from "../capture/windowWatch";
import { followWindowState } from "./windowState";

function setUp() {
  const followed = new Map<string, (seen: WatchedWindow) => void>();
  const told: string[] = [];
  const watch: WindowWatch = {
    follow(sourceId, onChange) {
      followed.set(sourceId, onChange);
      return () => void followed.delete(sourceId);
    },
  };
  const follow = followWindowState(watch, ({ sourceId, state }) => told.push(`${sourceId} ${state}`));
  const becomes = (sourceId: string, state: WatchedWindow["state"], x = 0) =>
    followed.get(sourceId)?.({ bounds: { x, y: 0, width: 100, height: 100 }, state });
  return { follow, becomes, told, followed };
}

const shared = (sourceId: string, paused = false): SharedSource => ({ sourceId, paused });

test("each change of a window's state is told once, its moves are not", () => {
  const { follow, becomes, told } = setUp();
  follow(shared("window:7:0"));
  becomes("window:7:0", "normal");
  becomes("window:7:0", "normal", 50);
  becomes("window:7:0", "minimised");
  becomes("window:7:0", "minimised");
  follow(shared("window:7:0", true));
  becomes("window:7:0", "normal");
  becomes("window:7:0", "closed");
  expect(told).toEqual(["window:7:0 minimised", "window:7:0 normal", "window:7:0 closed"]);
});

test("another window takes the place of the first, of which nothing is told any more", () => {
  const { follow, becomes, told, followed } = setUp();
  follow(shared("window:7:0"));
  const late = followed.get("window:7:0");
  follow(shared("window:8:0"));
  late?.({ bounds: null, state: "closed" });
  becomes("window:8:0", "minimised");
  expect(told).toEqual(["window:8:0 minimised"]);
  follow(null);
  expect([...followed.keys()]).toEqual([]);
});

test("a screen is not followed", () => {
  const { follow, followed } = setUp();
  follow(shared("screen:0:0"));
  expect(followed.size).toBe(0);
});
