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

/** Least squares through points [x, y]: by how much y grows per x. */
export function slope(points: readonly (readonly [number, number])[]): number {
  const [x, y] = [mean(points.map((point) => point[0])), mean(points.map((point) => point[1]))];
  const above = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return above / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Leaves what `runBench.mjs` prints; the last line is the result as one JSON object. */
export function writeFigures(bench: string, lines: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${bench}.txt`), `${lines.join("\n")}\n`);
}
