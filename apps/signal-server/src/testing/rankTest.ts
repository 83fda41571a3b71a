/**
 * How far apart two samples are by the ranks of their values (Mann-Whitney U, normal approximation), in standard
 * deviations: 0 when they are alike, above 3.3 in one of a thousand comparisons of samples that are. A few outliers do not
 * move it.
 */
export function rankDistance(left: readonly number[], right: readonly number[]): number {
  let wins = 0;
  for (const one of left) for (const other of right) wins += one > other ? 1 : one === other ? 0.5 : 0;
  const pairs = left.length * right.length;
  const deviation = Math.sqrt((pairs * (left.length + right.length + 1)) / 12);
  return Math.abs(wins - pairs / 2) / deviation;
}
