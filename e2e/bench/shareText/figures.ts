import { mean, median, percentile, rounded, writeFigures } from "../figures";
import type { Arm, Measured } from "./benchPage";
import { type Link, UPLINK_KBPS } from "./link";

const BENCH = "share-text";
/**
 * Ours in parts of the browser's own: the bits where nothing limits them, the latency on a line that an upload can fill. On
 * an open one two thirds of it are capture and presentation, the same for both.
 */
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
  name.padEnd(16) + cells.map((cell) => String(cell).padStart(10)).join("");

/** The rounds of one link. */
export interface MeasuredLink extends Record<Arm, Measured[]> {
  readonly link: Link;
}

const names: Readonly<Record<Link, string>> = { open: "open link", uplink: `${UPLINK_KBPS} kbit/s up` };

function compare(measured: MeasuredLink) {
  const [ours, theirs] = [summary(measured.ours), summary(measured.default)];
  const latencyRatio = rounded(ours.latencyMs / theirs.latencyMs, 3);
  const bitsRatio = rounded(ours.kbps / theirs.kbps, 3);
  return { ours, default: theirs, latencyRatio, bitsRatio, legible: ours.ssim >= theirs.ssim };
}

function table(measured: MeasuredLink): readonly string[] {
  const rowOf = (name: string, rounds: readonly Measured[]) => {
    const one = summary(rounds);
    return row(
      name,
      columns.map((column) => one[column]),
    );
  };
  const { latencyRatio, bitsRatio } = compare(measured);
  return [
    row(names[measured.link], columns),
    ...(["ours", "default"] as const).flatMap((arm) => [
      rowOf(arm, measured[arm]),
      ...measured[arm].map((round, index) => rowOf(`  round ${index + 1}`, [round])),
    ]),
    `latency ${latencyRatio} of the default's, bits ${bitsRatio}`,
    "",
  ];
}

/** Leaves a table of each link, of both arms and each round, and the result as one JSON object in the last line. */
export function recordShareText(measured: readonly MeasuredLink[]): void {
  const links = Object.fromEntries(measured.map((one) => [one.link, compare(one)] as const));
  const { open, uplink } = links;
  const latencyRatio = uplink?.latencyRatio ?? null;
  const bitsRatio = open?.bitsRatio ?? null;
  const met = {
    latency: latencyRatio !== null && latencyRatio <= targets.latencyRatio,
    bits: bitsRatio !== null && bitsRatio <= targets.bitsRatio,
    legibility: Object.values(links).every(({ legible }) => legible),
  };
  writeFigures(BENCH, [
    `${BENCH}: a tab of scrolling code, 1920x1080; latency in ms`,
    "",
    ...measured.flatMap(table),
    `latencyRatio ${latencyRatio} (${names.uplink}, target <= ${targets.latencyRatio}) met: ${met.latency}`,
    `bitsRatio ${bitsRatio} (${names.open}, target <= ${targets.bitsRatio}) met: ${met.bits}`,
    `legibility at least the default's on each link: ${met.legibility}`,
    "",
    JSON.stringify({ bench: BENCH, latencyRatio, bitsRatio, met, links }),
  ]);
}
