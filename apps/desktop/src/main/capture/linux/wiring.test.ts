import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GraphObject } from "./graph";
import { graphOf, link, node, port, pulseStream, recorder } from "./graphSamples";
import { appKey, isWanted, type SoundTarget } from "./soundTarget";
import { wiringOf } from "./wiring";

/** 1 <- 10 <- 11 (a browser and its sound), 1 <- 20 <- 21 (another app), 10 <- 12 */
const parents: Record<number, number> = { 10: 1, 11: 10, 12: 10, 20: 1, 21: 20 };
const lineage = (pid: number): readonly number[] =>
  pid in parents || pid === 1 ? [pid, ...lineage(parents[pid] ?? 0)] : [];
const processes = { lineage, ourPid: 20 };
const browser: SoundTarget = { kind: "process", pid: 10 };
const wiring = (target: SoundTarget, ...objects: readonly (GraphObject | readonly GraphObject[])[]) =>
  wiringOf(graphOf(recorder, ...objects), 500, target, processes);

describe("whose sound", () => {
  const stream = { nodeId: 1, flatpakId: null, binary: "b", appName: "B" };
  test.each([
    ["a window's process", browser, 10, true],
    ["its child", browser, 11, true],
    ["another app", browser, 12_000, false],
    ["us, though our window's tree is shared", { kind: "process", pid: 1 } as const, 21, false],
    ["a process that is gone", browser, 99, false],
    ["unknown process", browser, null, false],
    ["others: somebody", { kind: "others" } as const, 11, true],
    ["others: us", { kind: "others" } as const, 20, false],
    ["others: our child", { kind: "others" } as const, 21, false],
    ["others: a sandboxed app", { kind: "others" } as const, null, true],
  ])("%s", (_name, target, pid, wanted) => {
    expect(isWanted({ ...stream, pid }, target, processes)).toBe(wanted);
  });

  test("an app of the list is one program under one name", () => {
    const target: SoundTarget = { kind: "app", key: appKey({ ...stream, pid: 1 }) };
    expect(isWanted({ ...stream, pid: 5 }, target, processes)).toBe(true);
    expect(isWanted({ ...stream, pid: 5, appName: "C" }, target, processes)).toBe(false);
  });

  test("a Flatpak by its id", () => {
    const target: SoundTarget = { kind: "flatpak", flatpakId: "org.a.B" };
    expect(isWanted({ ...stream, pid: null, flatpakId: "org.a.B" }, target, processes)).toBe(true);
    expect(isWanted({ ...stream, pid: null }, target, processes)).toBe(false);
  });
});

describe("links into the recorder", () => {
  test("left to left, right to right", () => {
    expect(wiring(browser, pulseStream(100, 11)).missing).toEqual([
      { from: 102, to: 501 },
      { from: 103, to: 502 },
    ]);
  });

  test("what is in the middle goes to both", () => {
    const mono = [...pulseStream(100, 11).slice(0, 2), port(102, 100, "out", "MONO")];
    expect(wiring(browser, mono).missing).toEqual([
      { from: 102, to: 501 },
      { from: 102, to: 502 },
    ]);
  });

  test("nothing is missing or foreign once all are there", () => {
    const links = [link(600, 102, 501, 500), link(601, 103, 502, 500)];
    expect(wiring(browser, pulseStream(100, 11), links)).toEqual({ missing: [], foreign: [] });
  });

  test("a microphone connected by somebody else is foreign", () => {
    const microphone = [node(200, { "media.class": "Audio/Source" }), port(201, 200, "out", "FL")];
    expect(wiring(browser, microphone, link(600, 201, 501, 500)).foreign).toEqual([{ id: 600, from: 201, to: 501 }]);
  });

  test("whatever plays and whoever is chosen: each link comes from a stream that is wanted", () => {
    const pids = fc.array(fc.constantFrom(1, 10, 11, 12, 20, 21, 99), { maxLength: 6 });
    const targets = fc.constantFrom<SoundTarget>(browser, { kind: "process", pid: 1 }, { kind: "others" });
    fc.assert(
      fc.property(pids, targets, (playing, target) => {
        const streams = playing.map((pid, index) => pulseStream(1000 + index * 10, pid));
        const { missing, foreign } = wiring(target, ...streams);
        const wanted = playing.flatMap((pid, index) => {
          const stream = { nodeId: 0, pid, flatpakId: null, binary: "", appName: "" };
          return isWanted(stream, target, processes) ? [1002 + index * 10, 1003 + index * 10] : [];
        });
        expect(missing.map(({ from }) => from)).toEqual(wanted);
        expect(foreign).toEqual([]);
        expect(wanted.length).toBeLessThanOrEqual(2 * playing.filter((pid) => !lineage(pid).includes(20)).length);
      }),
    );
  });
});
