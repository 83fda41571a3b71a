import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SystemInput } from "../../../shared/desktopApi";
import { IDLE_AFTER_MS } from "../../../shared/idle";
import { isIdle } from "./idleRule";
import { watchIdle } from "./idleWatch";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function device() {
  const page = new EventTarget();
  const told: boolean[] = [];
  let say: (input: SystemInput) => void = () => undefined;
  const watch = watchIdle({
    page,
    onSystemInput(listener) {
      say = listener;
    },
    tell: (idle) => told.push(idle),
  });
  return {
    told,
    watch,
    system: (input: SystemInput) => say(input),
    input: (name: string) => page.dispatchEvent(new Event(name)),
  };
}

describe("whether somebody is at this device", () => {
  it("nobody is after five minutes without input to the page, and somebody at once with the first one", () => {
    const { told, input } = device();
    vi.advanceTimersByTime(IDLE_AFTER_MS - 1);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([true]);
    input("pointermove");
    expect(told).toEqual([true, false]);
    vi.advanceTimersByTime(IDLE_AFTER_MS);
    expect(told).toEqual([true, false, true]);
    input("keydown");
    expect(told.at(-1)).toBe(false);
  });

  it("input to other programs counts where the system tells of it", () => {
    const { told, system } = device();
    system("active");
    vi.advanceTimersByTime(IDLE_AFTER_MS * 3);
    expect(told).toEqual([]);
    system("idle");
    expect(told).toEqual([true]);
    system("active");
    expect(told).toEqual([true, false]);
  });

  it("nobody is at a locked computer, from that moment to the unlock", () => {
    const { told, system } = device();
    system("active");
    system("locked");
    expect(told).toEqual([true]);
    system("active");
    expect(told).toEqual([true, false]);
  });

  it("whoever touches the page of a computer said to be locked is there", () => {
    const { told, system, input } = device();
    system("locked");
    input("keydown");
    expect(told).toEqual([true, false]);
  });

  it("the last word told is the rule's, whatever happens in whatever order, and none is told twice", () => {
    const happening = fc.oneof(
      fc.constantFrom<SystemInput>("active", "idle", "locked").map((system) => ({ system })),
      fc.constantFrom("pointermove", "keydown", "focus").map((input) => ({ input })),
      fc.integer({ min: 0, max: IDLE_AFTER_MS * 1.5 }).map((ms) => ({ ms })),
    );
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        const { told, watch, ...given } = device();
        let system: SystemInput | null = null;
        let pageQuietMs = 0;
        for (const happened of happenings) {
          if ("system" in happened) given.system((system = happened.system));
          else if ("input" in happened) {
            given.input(happened.input);
            pageQuietMs = 0;
            if (system === "locked") system = null;
          } else {
            vi.advanceTimersByTime(happened.ms);
            pageQuietMs += happened.ms;
          }
          expect(told.at(-1) ?? false).toBe(isIdle({ system, pageQuietMs }));
          expect(watch.isIdle()).toBe(told.at(-1) ?? false);
        }
        expect(told).toEqual(told.map((_, index) => index % 2 === 0));
      }),
    );
  });
});
