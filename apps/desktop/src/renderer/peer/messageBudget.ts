/**
 * Lets through so many messages per second, and a burst of as many; the rest is to be dropped.
 * @param now clock in milliseconds that only goes forward
 */
export function createMessageBudget(perSecond: number, now: () => number): () => boolean {
  let left = perSecond;
  let countedAt = now();
  return () => {
    const at = now();
    left = Math.min(perSecond, left + ((at - countedAt) * perSecond) / 1_000);
    countedAt = at;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
