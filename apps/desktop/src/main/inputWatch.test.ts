import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SystemInput } from "../shared/desktopApi";
import { watchInput } from "./inputWatch";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function computer() {
  const listeners: Record<string, () => void> = {};
  const state = { idle: "active" as "active" | "idle" | "locked" | "unknown", asked: 0 };
  const told: SystemInput[] = [];
  const monitor = {
    getSystemIdleState(seconds: number) {
      state.asked = seconds;
      return state.idle;
    },
    on: (event: string, listener: () => void) => void (listeners[event] = listener),
  };
  const watch = watchInput(monitor, (input) => told.push(input));
  return { state, told, watch, happens: (event: string) => listeners[event]?.() };
}

describe("input to the computer", () => {
  it("is told when five minutes pass without it, and within a second when it is back", () => {
    const { state, told } = computer();
    expect(told).toEqual(["active"]);
    expect(state.asked).toBe(300);
    state.idle = "idle";
    vi.advanceTimersByTime(1_000);
    vi.advanceTimersByTime(600_000);
    state.idle = "active";
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual(["active", "idle", "active"]);
  });

  it("is locked from the lock to the unlock, whatever the state says meanwhile", () => {
    const { told, happens } = computer();
    happens("lock-screen");
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(["active", "locked"]);
    happens("unlock-screen");
    expect(told).toEqual(["active", "locked", "active"]);
  });

  it("is left to the page where the system does not know", () => {
    const { state, told } = computer();
    state.idle = "unknown";
    vi.advanceTimersByTime(1_000);
    expect(told.at(-1)).toBe("idle");
  });

  it("is told once more to a page that was loaded anew", () => {
    const { told, watch, happens } = computer();
    happens("lock-screen");
    watch.tellAgain();
    expect(told).toEqual(["active", "locked", "locked"]);
  });
});
