import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type NetworkNews, watchNetwork } from "./network";

const connection = Object.assign(new EventTarget(), { type: "wifi" });
let page: EventTarget;
let told: NetworkNews[];

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  told = [];
  connection.type = "wifi";
  vi.stubGlobal("window", page);
  vi.stubGlobal("navigator", { connection });
  watchNetwork((news) => told.push(news));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("F8 a network that comes back or is another one is news, a new guess of its speed is none", () => {
  page.dispatchEvent(new Event("online"));
  connection.dispatchEvent(new Event("change"));
  expect(told).toEqual(["changed"]);
  connection.type = "cellular";
  connection.dispatchEvent(new Event("change"));
  expect(told).toEqual(["changed", "changed"]);
});

test("F10 a clock that jumped tells of sleep, one that is late does not", () => {
  vi.advanceTimersByTime(10_000);
  vi.setSystemTime(Date.now() + 3_000);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([]);
  vi.setSystemTime(Date.now() + 60_000);
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual(["woke"]);
});
