import type { SoakSample } from "../fixtures/callSoak";
import { rounded, slope, writeFigures } from "./figures";

const BENCH = "soak";
const KIB = 1024;

const columns: readonly (readonly [string, (sample: SoakSample) => number])[] = [
  ["calls", (sample) => sample.calls],
  ["kept", (sample) => Math.max(sample.caller.connections, sample.callee.connections)],
  ["heap KiB", (sample) => sample.caller.heapBytes / KIB],
  ["nodes", (sample) => sample.caller.nodes],
  ["listeners", (sample) => sample.caller.listeners],
  ["server KiB", (sample) => sample.server.rssBytes / KIB],
  ["files", (sample) => sample.server.openFiles],
];

/** Leaves a row for each look, and as the last line what grows per call in the second half, when nothing is new any more. */
export function recordSoak(samples: readonly SoakSample[], seconds: number): void {
  const late = samples.slice(Math.floor(samples.length / 2));
  const perCall = (digits: number, of: (sample: SoakSample) => number) =>
    rounded(slope(late.map((sample) => [sample.calls, of(sample)] as const)), digits);
  const result = {
    bench: BENCH,
    calls: samples.at(-1)?.calls ?? 0,
    seconds: rounded(seconds, 0),
    heapKiBPerCall: perCall(2, (sample) => sample.caller.heapBytes / KIB),
    listenersPerCall: perCall(3, (sample) => sample.caller.listeners),
    serverKiBPerCall: perCall(2, (sample) => sample.server.rssBytes / KIB),
    filesPerCall: perCall(3, (sample) => sample.server.openFiles),
  };
  writeFigures(BENCH, [
    `${BENCH}: the first caller's page and the server, after so many calls`,
    columns.map(([name]) => name.padStart(12)).join(""),
    ...samples.map((sample) => columns.map(([, of]) => of(sample).toFixed(0).padStart(12)).join("")),
    "",
    JSON.stringify(result),
  ]);
}
