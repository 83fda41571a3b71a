import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchLink } from "./linkWatch";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const told: string[] = [];
  const initial: { connectionState: RTCPeerConnectionState } = { connectionState: "new" };
  const pc = Object.assign(new EventTarget(), initial);
  const watch = watchLink(pc as unknown as RTCPeerConnection, (fact) => told.push(fact));
  const become = (state: RTCPeerConnectionState) => {
    pc.connectionState = state;
    pc.dispatchEvent(new Event("connectionstatechange"));
  };
  return { told, watch, become };
}

test("connected is told once, though it passes through other states", () => {
  const { told, become } = watched();
  for (const state of ["connecting", "connected", "connecting", "connected"] as const) become(state);
  expect(told).toEqual(["connected"]);
});

test("F9 a gap of less than 2 s is not worth a word, a longer one is", () => {
  const { told, become } = watched();
  become("connected");
  become("disconnected");
  vi.advanceTimersByTime(1900);
  become("connected");
  vi.advanceTimersByTime(5000);
  expect(told).toEqual(["connected"]);
  become("disconnected");
  vi.advanceTimersByTime(2000);
  become("connected");
  expect(told).toEqual(["connected", "interrupted", "connected"]);
});

test("each failure is told, also that of a second try", () => {
  const { told, become } = watched();
  for (const state of ["connecting", "failed", "connecting", "failed"] as const) become(state);
  expect(told).toEqual(["failed", "failed"]);
});

test("a failure within the 2 s replaces the interruption", () => {
  const { told, become } = watched();
  become("connected");
  become("disconnected");
  become("failed");
  vi.advanceTimersByTime(5000);
  expect(told).toEqual(["connected", "failed"]);
});

test("stopped, it tells nothing any more", () => {
  const { told, watch, become } = watched();
  become("disconnected");
  watch.stop();
  vi.advanceTimersByTime(5000);
  become("failed");
  expect(told).toEqual([]);
});
