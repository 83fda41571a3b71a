import { expect, test } from "vitest";
import type { SharedSource } from "../../shared/sharing";
import { createSharedTracker } from "./sharedSource";

const editor: SharedSource = { sourceId: "window:7:0", paused: false };

function trackerIn(call: { on: boolean }) {
  const seen: (SharedSource | null)[] = [];
  const tracker = createSharedTracker(() => call.on);
  tracker.onChange((next) => seen.push(next));
  return { tracker, seen };
}

test("tells what is shared, each change once", () => {
  const { tracker, seen } = trackerIn({ on: true });
  tracker.set(editor);
  tracker.set({ ...editor });
  tracker.set({ ...editor, paused: true });
  tracker.set({ sourceId: "screen:0:0", paused: true });
  expect(tracker.current()).toEqual({ sourceId: "screen:0:0", paused: true });
  tracker.set(null);
  tracker.set(null);
  expect(seen).toEqual([editor, { ...editor, paused: true }, { sourceId: "screen:0:0", paused: true }, null]);
  expect(tracker.current()).toBeNull();
});

test("a share ends with its call, and none begins without one", () => {
  const call = { on: true };
  const { tracker, seen } = trackerIn(call);
  tracker.set(editor);
  tracker.endWithCall();
  expect(tracker.current()).toEqual(editor);
  call.on = false;
  tracker.endWithCall();
  tracker.set(editor);
  expect(seen).toEqual([editor, null]);
});
