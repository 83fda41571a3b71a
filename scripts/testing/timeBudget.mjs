/**
 * Where a run has only so long, TEST_MINUTES says for how many minutes tests may be begun: what is left then is skipped by
 * name, so that a slow machine still comes to a count. Tests of the screens look at TEST_UNTIL (ms since 1970) themselves.
 */
export const timeIsUp = "the time of this run was over";

/**
 * @param {string | undefined} minutes
 * @param {number} now ms since 1970
 * @returns {number} when no more tests are begun, ms since 1970
 */
export function endOf(minutes, now) {
  if (!minutes) return Number.POSITIVE_INFINITY;
  const length = Number(minutes);
  if (!(length > 0)) throw new Error(`TEST_MINUTES is "${minutes}"; it must be a number of minutes above 0.`);
  return now + length * 60_000;
}
