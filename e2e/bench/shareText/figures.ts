import { mean, median, percentile, rounded, writeFigures } from "../figures";
import type { Arm, Measured } from "./benchPage";

const BENCH = "share-text";
/** Ours in parts of the browser's own. */
const targets = { latencyRatio: 0.5, bitsRatio: 0.25 } as const;

/** Latency over all pictures of all rounds; bits and pictures per second as the mean of the rounds. */
function summary(rounds: readonly Measured[]) {
  const latencies = rounds.flatMap((round) => round.latencies);
  const similarities = rounds.flatMap((round) => round.similarities);
  const last = rounds.at(-1);
  return {
    latencyMs: rounded(median(latencies), 1),
    p95: rounded(percentile(latencies, 0.95), 1),
    kbps: rounded(mean(rounds.map((round) => round.kilobitsPerSecond)), 0),
    ssim: rounded(median(similarities), 4),
    codec: last?.codec ?? "",
    fps: rounded(mean(rounds.map((round) => round.framesPerSecond)), 1),
    width: last?.width ?? 0,
    height: last?.height ?? 0,
    pictures: latencies.length,
    compared: similarities.length,
  };
}

const columns = [
  "latencyMs",
  "p95",
  "kbps",
  "ssim",
  "fps",
  "codec",
  "width",
  "height",
  "pictures",
  "compared",
] as const;
const row = (name: string, cells: readonly unknown[]) =>
  name.padEnd(12) + cells.map((cell) => String(cell).padStart(10)).join("");

/** Leaves a table of both, of each round, and the result as one JSON object in the last line. */
export function recordShareText(measured: Readonly<Record<Arm, readonly Measured[]>>): void {
  const ours = summary(measured.ours);
  const theirs = summary(measured.default);
  const latencyRatio = rounded(ours.latencyMs / theirs.latencyMs, 3);
  const bitsRatio = rounded(ours.kbps / theirs.kbps, 3);
  const rowOf = (name: string, one: ReturnType<typeof summary>) =>
    row(
      name,
      columns.map((column) => one[column]),
    );
  const rounds = (["ours", "default"] as const).flatMap((arm) =>
    measured[arm].map((round, index) => rowOf(`${arm} ${index + 1}`, summary([round]))),
  );
  const met = {
    latency: latencyRatio <= targets.latencyRatio,
    bits: bitsRatio <= targets.bitsRatio,
    legibility: ours.ssim >= theirs.ssim,
  };
  const result = { bench: BENCH, latencyRatio, bitsRatio, met, ours, default: theirs };
  writeFigures(BENCH, [
    `${BENCH}: scrolling code, 1920x1080; latency in ms`,
    row("", columns),
    rowOf("ours", ours),
    rowOf("default", theirs),
    ...rounds,
    "",
    `latencyRatio ${latencyRatio} (target <= ${targets.latencyRatio}) met: ${met.latency}`,
    `bitsRatio ${bitsRatio} (target <= ${targets.bitsRatio}) met: ${met.bits}`,
    `ssim ${ours.ssim} (target >= ${theirs.ssim}) met: ${met.legibility}`,
    "",
    JSON.stringify(result),
  ]);
}
