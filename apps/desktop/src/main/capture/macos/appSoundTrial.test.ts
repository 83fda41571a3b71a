import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createAppSoundTrial, type TrialResult } from "./appSoundTrial";

const versions = { electron: "45.4.1", system: "15.1" };
const trial = (bundle: string) => ({ sourceId: "window:1:0", deviceId: `applicationLoopback:com.example.${bundle}` });

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sightline-trial-"));
  file = join(folder, "appSound.json");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** One run of the app; `results` come one per trial. */
function run(results: readonly (TrialResult | Error)[], of = versions) {
  const left = [...results];
  const tryOut = vi.fn(async () => {
    const next = left.shift() ?? new Error("one trial too many");
    if (next instanceof Error) throw next;
    return next;
  });
  const { works } = createAppSoundTrial({ file, versions: of, tryOut });
  return { works: (bundle: string) => works(trial(bundle)), tryOut };
}

describe("the sound of one app", () => {
  test("is had after one trial, and from then on without", async () => {
    const first = run(["works"]);
    expect(await first.works("Player")).toBe(true);
    expect(await first.works("Other")).toBe(true);
    expect(first.tryOut).toHaveBeenCalledExactlyOnceWith(trial("Player"));
    const later = run([]);
    expect(await later.works("Third")).toBe(true);
    expect(later.tryOut).not.toHaveBeenCalled();
  });

  test("is tried once per bundle and run, and given up after three failures", async () => {
    const first = run(["fails", "fails"]);
    expect([await first.works("A"), await first.works("A"), await first.works("B")]).toEqual([false, false, false]);
    expect(first.tryOut).toHaveBeenCalledTimes(2);
    const second = run(["fails"]);
    expect([await second.works("A"), await second.works("B"), await second.works("C")]).toEqual([false, false, false]);
    expect(second.tryOut).toHaveBeenCalledTimes(1);
  });

  test("is had when an app fails by itself and the next does not", async () => {
    const { works } = run(["fails", "works"]);
    expect([await works("Silent"), await works("Player"), await works("Silent")]).toEqual([false, true, true]);
  });

  test("is given up at once when we were heard in it", async () => {
    const first = run(["heardUs"]);
    expect([await first.works("A"), await first.works("B")]).toEqual([false, false]);
    const second = run([]);
    expect(await second.works("C")).toBe(false);
    expect(second.tryOut).not.toHaveBeenCalled();
  });

  test("that could not be decided is tried again in the next run, and nothing is remembered", async () => {
    const first = run(["undecided", new Error("the window is gone")]);
    expect([await first.works("A"), await first.works("B")]).toEqual([false, false]);
    await expect(readFile(file)).rejects.toThrow();
    expect(await run(["works"]).works("A")).toBe(true);
  });

  test.each([
    ["another Electron", { ...versions, electron: "46.0.0" }],
    ["another macOS", { ...versions, system: "15.2" }],
  ])("is tried anew on %s", async (_name, changed) => {
    await run(["works"]).works("A");
    const later = run(["fails"], changed);
    expect(await later.works("A")).toBe(false);
    expect(later.tryOut).toHaveBeenCalledTimes(1);
  });

  test.each(["", "{", '{"works":true}', '{"electron":"45.4.1","system":"15.1","works":"yes","failures":0}'])(
    "is tried anew when what was remembered is damaged: %j",
    async (content) => {
      await writeFile(file, content);
      expect(await run(["fails"]).works("A")).toBe(false);
    },
  );

  test("is tried once when two windows ask at the same time", async () => {
    const { works, tryOut } = run(["works"]);
    expect(await Promise.all([works("A"), works("A"), works("B")])).toEqual([true, true, true]);
    expect(tryOut).toHaveBeenCalledTimes(1);
  });

  test("is had even where the verdict cannot be written", async () => {
    await rm(folder, { recursive: true });
    expect(await run(["works"]).works("A")).toBe(true);
  });
});
