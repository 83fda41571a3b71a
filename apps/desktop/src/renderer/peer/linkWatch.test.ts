import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PulseFact } from "./linkPulse";
import { watchLink } from "./linkWatch";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const told: string[] = [];
  const initial: { connectionState: RTCPeerConnectionState } = { connectionState: "new" };
  const pc = Object.assign(new EventTarget(), initial);
  const pulse = { hear: (_fact: PulseFact) => {}, stop: vi.fn() };
  const listen = (hear: typeof pulse.hear) => Object.assign(pulse, { hear });
  const watch = watchLink(pc as unknown as RTCPeerConnection, (fact) => told.push(fact), listen);
  const become = (state: RTCPeerConnectionState) => {
    pc.connectionState = state;
    pc.dispatchEvent(new Event("connectionstatechange"));
  };
  return { told, watch, become, pulse };
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

test("F9 silence is an interruption long before the browser says so, and is over with the first sound", () => {
  const { told, become, pulse } = watched();
  become("connected");
  pulse.hear("silent");
  expect(told).toEqual(["connected", "interrupted"]);
  // The browser has nothing new to say, or only guesses.
  become("connected");
  become("disconnected");
  vi.advanceTimersByTime(5000);
  become("connected");
  expect(told).toHaveLength(2);
  pulse.hear("back");
  expect(told).toEqual(["connected", "interrupted", "connected"]);
});

test("F9 something comes in, but the browser has no path yet: back with the path", () => {
  const { told, become, pulse } = watched();
  become("connected");
  pulse.hear("silent");
  become("failed");
  pulse.hear("back");
  become("connecting");
  become("connected");
  expect(told).toEqual(["connected", "interrupted", "failed", "connected"]);
});

test("stopped, it tells nothing any more", () => {
  const { told, watch, become } = watched();
  become("disconnected");
  watch.stop();
  vi.advanceTimersByTime(5000);
  become("failed");
  expect(told).toEqual([]);
});

test("stopped, it listens no longer", () => {
  const { watch, become, pulse } = watched();
  become("connected");
  watch.stop();
  expect(pulse.stop).toHaveBeenCalledOnce();
});
