import type { SoakSample } from "../fixtures/callSoak";
import { rounded, writeFigures } from "./figures";

const BENCH = "soak";
const KIB = 1024;

/** Least squares: by how much `of` grows per call. */
function slope(samples: readonly SoakSample[], of: (sample: SoakSample) => number): number {
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const calls = meanOf(samples.map((sample) => sample.calls));
  const level = meanOf(samples.map(of));
  const above = samples.reduce((sum, sample) => sum + (sample.calls - calls) * (of(sample) - level), 0);
  const below = samples.reduce((sum, sample) => sum + (sample.calls - calls) ** 2, 0);
  return above / below;
}

const columns: readonly (readonly [string, (sample: SoakSample) => number])[] = [
  ["calls", (sample) => sample.calls],
  ["heap KiB", (sample) => sample.caller.heapBytes / KIB],
  ["nodes", (sample) => sample.caller.nodes],
  ["listeners", (sample) => sample.caller.listeners],
  ["server KiB", (sample) => sample.server.rssBytes / KIB],
  ["files", (sample) => sample.server.openFiles],
];

/** Leaves a row for each look, and as the last line what grows per call in the second half, when nothing is new any more. */
export function recordSoak(samples: readonly SoakSample[], seconds: number): void {
  const late = samples.slice(Math.floor(samples.length / 2));
  const result = {
    bench: BENCH,
    calls: samples.at(-1)?.calls ?? 0,
    seconds: rounded(seconds, 0),
    heapKiBPerCall: rounded(
      slope(late, (sample) => sample.caller.heapBytes / KIB),
      2,
    ),
    listenersPerCall: rounded(
      slope(late, (sample) => sample.caller.listeners),
      3,
    ),
    serverKiBPerCall: rounded(
      slope(late, (sample) => sample.server.rssBytes / KIB),
      2,
    ),
    filesPerCall: rounded(
      slope(late, (sample) => sample.server.openFiles),
      3,
    ),
  };
  writeFigures(BENCH, [
    `${BENCH}: the first caller's page and the server, after so many calls`,
    columns.map(([name]) => name.padStart(12)).join(""),
    ...samples.map((sample) => columns.map(([, of]) => of(sample).toFixed(0).padStart(12)).join("")),
    "",
    JSON.stringify(result),
  ]);
}
