/** Runs `rounds` rounds spread over `count` lanes at once; each lane sets itself up and runs its rounds in order. */
export async function inLanes(
  count: number,
  rounds: number,
  openLane: () => Promise<(round: number) => Promise<void>>,
): Promise<void> {
  const lane = async (first: number) => {
    const run = await openLane();
    for (let round = first; round < rounds; round += count) await run(round);
  };
  await Promise.all(Array.from({ length: count }, (_, index) => lane(index)));
}
