import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hears } from "./deviceProbe";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A microphone whose levels are told by the test. */
function listening() {
  let tell: (level: number) => void = () => {};
  const ended = vi.fn();
  const heard = hears({} as MediaStreamTrack, (_track, onLevel) => {
    tell = onLevel;
    return ended;
  });
  return { heard, ended, tell: (level: number) => tell(level) };
}

describe("a microphone", () => {
  it("works as soon as anything comes, however quiet", async () => {
    const { heard, tell, ended } = listening();
    tell(-120);
    tell(-92);
    expect(await heard).toBe(true);
    expect(ended).toHaveBeenCalledOnce();
  });

  it("is silent when only zeros come", async () => {
    const { heard, tell } = listening();
    tell(-120);
    await vi.runAllTimersAsync();
    expect(await heard).toBe(false);
  });

  it("is believed where nothing is measured", async () => {
    const { heard } = listening();
    await vi.runAllTimersAsync();
    expect(await heard).toBe(true);
  });
});
