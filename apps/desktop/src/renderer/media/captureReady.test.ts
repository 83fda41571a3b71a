import { afterEach, expect, test, vi } from "vitest";
import { keepCaptureReady } from "./captureReady";

afterEach(() => void vi.useRealTimers());

test("asks at once, again before Chromium's five seconds are over, and no more once it is let go", () => {
  vi.useFakeTimers();
  const enumerateDevices = vi.fn(async () => []);
  const letGo = keepCaptureReady({ enumerateDevices });
  expect(enumerateDevices).toHaveBeenCalledTimes(1);
  for (let second = 1; second <= 30; second += 1) vi.advanceTimersByTime(1_000);
  expect(enumerateDevices.mock.calls.length).toBeGreaterThanOrEqual(1 + 30 / 5);
  const asked = enumerateDevices.mock.calls.length;
  letGo();
  vi.advanceTimersByTime(60_000);
  expect(enumerateDevices).toHaveBeenCalledTimes(asked);
});

test("a page without devices, or one that may not ask, rings all the same", async () => {
  keepCaptureReady(undefined)();
  const refused = vi.fn(async () => Promise.reject(new DOMException("no", "NotAllowedError")));
  keepCaptureReady({ enumerateDevices: refused })();
  await expect(refused.mock.results[0]?.value).rejects.toThrow("no");
});
