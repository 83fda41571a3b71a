import { expect, test } from "vitest";
import { graphOf, recorder } from "./graphSamples";
import { orphanedRecorders } from "./leftovers";
import { appsIn } from "./linuxSound";
import { wholeFrames } from "./samples";

test("a recorder whose owner is gone is left over, one whose owner lives is not", () => {
  expect(orphanedRecorders(graphOf(recorder), () => false)).toEqual([4711]);
  expect(orphanedRecorders(graphOf(recorder), (pid) => pid === 7)).toEqual([]);
});

test("samples are handed on in whole frames", () => {
  const frames = wholeFrames();
  const pieces = [[1, 2, 3], [4, 5], [], [6, 7, 8, 9]].map((bytes) => [...frames(Uint8Array.from(bytes))]);
  expect(pieces).toEqual([[], [1, 2, 3, 4], [], [5, 6, 7, 8]]);
});

test("the list has each app once, by name, and none without one", () => {
  const stream = (appName: string, binary = "b") => ({ nodeId: 1, pid: 1, flatpakId: null, binary, appName });
  const apps = appsIn([stream("Zoo"), stream("Ant"), stream("Zoo"), stream("", "")]);
  expect(apps).toEqual([
    { id: "b|Ant", name: "Ant" },
    { id: "b|Zoo", name: "Zoo" },
  ]);
});
