import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRefreshLoop } from "./refreshLoop";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A loop whose work takes `tookMs` and then waits `waitMs`; counts how many run at once. */
function loopOf({ tookMs = 100, waitMs = 1_000 }: { tookMs?: number; waitMs?: number | null } = {}) {
  let hidden = false;
  let onShown = () => {};
  let atOnce = 0;
  const seen = { started: 0, mostAtOnce: 0, subscribed: 0 };
  const page = {
    isHidden: () => hidden,
    onShown(listener: () => void) {
      onShown = listener;
      seen.subscribed += 1;
      return () => {
        seen.subscribed -= 1;
      };
    },
  };
  const loop = createRefreshLoop(page, async () => {
    seen.started += 1;
    atOnce += 1;
    seen.mostAtOnce = Math.max(seen.mostAtOnce, atOnce);
    await new Promise((done) => setTimeout(done, tookMs));
    atOnce -= 1;
    return waitMs;
  });
  const hide = () => {
    hidden = true;
  };
  const show = () => {
    hidden = false;
    onShown();
  };
  return { loop, seen, hide, show };
}

test("runs at once, then again after the time it was told, counted from its end", async () => {
  const { loop, seen } = loopOf();
  loop.start();
  expect(seen.started).toBe(1);
  await vi.advanceTimersByTimeAsync(1_099);
  expect(seen.started).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(seen.started).toBe(2);
});

test("stops at once, also in the middle of its work", async () => {
  const { loop, seen } = loopOf();
  loop.start();
  await vi.advanceTimersByTimeAsync(50);
  loop.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen).toMatchObject({ started: 1, subscribed: 0 });
  expect(vi.getTimerCount()).toBe(0);
});

test("ends when there is no next time, whatever happens to the page", async () => {
  const { loop, seen, show } = loopOf({ waitMs: null });
  loop.start();
  await vi.advanceTimersByTimeAsync(60_000);
  show();
  loop.hurry();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen).toMatchObject({ started: 1, subscribed: 0 });
  loop.start();
  expect(seen.started).toBe(2);
});

test("rests while the page is hidden, and looks at once when it is shown", async () => {
  const { loop, seen, hide, show } = loopOf();
  loop.start();
  await vi.advanceTimersByTimeAsync(500);
  hide();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen.started).toBe(1);
  show();
  expect(seen.started).toBe(2);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(seen.started).toBe(3);
});

test("in a hurry it does not wait, and never runs twice at once", async () => {
  const { loop, seen, show } = loopOf();
  loop.start();
  loop.hurry();
  loop.hurry();
  show();
  await vi.advanceTimersByTimeAsync(100);
  expect(seen.started).toBe(2);
  await vi.advanceTimersByTimeAsync(600);
  loop.hurry();
  expect(seen.started).toBe(3);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(seen.mostAtOnce).toBe(1);
});
