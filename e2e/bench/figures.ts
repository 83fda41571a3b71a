import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../../test-results/bench");

function sorted(values: readonly number[]): number[] {
  return values.toSorted((one, other) => one - other);
}

export function median(values: readonly number[]): number {
  const order = sorted(values);
  const middle = order.length / 2;
  const [low, high] = [order[Math.ceil(middle) - 1] ?? Number.NaN, order[Math.floor(middle)] ?? Number.NaN];
  return (low + high) / 2;
}

/** @param part e.g. 0.95: the value that so many are not above */
export function percentile(values: readonly number[], part: number): number {
  return sorted(values)[Math.ceil(values.length * part) - 1] ?? Number.NaN;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Leaves what `runBench.mjs` prints; the last line is the result as one JSON object. */
export function writeFigures(bench: string, lines: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${bench}.txt`), `${lines.join("\n")}\n`);
}

function row(name: string, values: readonly number[]): string {
  const cells = [median(values), Math.min(...values), Math.max(...values)].map((ms) => ms.toFixed(0).padStart(7));
  return `${name.padEnd(8)}${String(values.length).padStart(4)}${cells.join("")}`;
}

/**
 * Leaves what `runBench.mjs` prints: a table of both series (ms) and, as the last line, the result as one JSON object.
 */
export function recordFigures(bench: string, ours: readonly number[], floor: readonly number[]): void {
  const [our, their] = [median(ours), median(floor)];
  const result = { bench, ours: rounded(our, 1), floor: rounded(their, 1), ratio: rounded(our / their, 3) };
  const head = `${"".padEnd(8)}${"runs".padStart(4)}${["median", "min", "max"].map((name) => name.padStart(7)).join("")}`;
  writeFigures(bench, [`${bench}, ms`, head, row("ours", ours), row("floor", floor), "", JSON.stringify(result)]);
}
