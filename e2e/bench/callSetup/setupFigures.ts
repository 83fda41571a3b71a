import { median, percentile, rounded, slope, writeFigures } from "../figures";
import { type CallMoments, type StageName, stageNames } from "./callMoments";
import type { Way } from "./ways/contestant";

const BENCH = "call-setup";
/** The round trip at which ours is judged. */
const JUDGED_AT = 100;

/**
 * What is allowed, each as a ratio to the warm floor's whole time. A stage's ratio is what the floor's call would take were
 * only this stage ours.
 */
const budgets: Readonly<Record<"ratio" | StageName, number>> = {
  ratio: 1.15,
  signaling: 1.05,
  ice: 1.03,
  dtls: 1.03,
  firstFrame: 1.15,
};
/** Ours to PeerJS. */
const PEER_BUDGET = 0.5;

export type Arm = "ours" | Way;

export interface Round {
  readonly arm: Arm;
  readonly roundTrip: number;
  readonly moments: CallMoments;
}

/** Leaves a table and, as its last line, the result as JSON; answers what is over its budget, in words. */
export function recordCallSetup(rounds: readonly Round[], arms: readonly Arm[]): readonly string[] {
  const roundTrips = [...new Set(rounds.map((round) => round.roundTrip))];
  const of = (arm: Arm, roundTrip: number) =>
    rounds.filter((round) => round.arm === arm && round.roundTrip === roundTrip).map(({ moments }) => moments);
  const total = (arm: Arm, roundTrip: number) => median(of(arm, roundTrip).map((moments) => moments.total));
  const stage = (arm: Arm, roundTrip: number, name: StageName) =>
    median(of(arm, roundTrip).map((moments) => moments.stages[name]));

  const ratioTo = (arm: Arm) => rounded(total("ours", JUDGED_AT) / total(arm, JUDGED_AT), 3);
  const floor = total("warm", JUDGED_AT);
  const stageRatio = (name: StageName) =>
    rounded((floor + stage("ours", JUDGED_AT, name) - stage("warm", JUDGED_AT, name)) / floor, 3);
  const slopes = Object.fromEntries(
    arms.map((arm) => [arm, rounded(slope(roundTrips.map((ms) => [ms, total(arm, ms)] as const)), 2)]),
  );
  const stages = Object.fromEntries(
    stageNames.map((name) => {
      const [ours, warm] = (["ours", "warm"] as const).map((arm) => rounded(stage(arm, JUDGED_AT, name), 1));
      return [name, { ours, warm, ratio: stageRatio(name), budget: budgets[name] }];
    }),
  );
  const [ratio, peerRatio, coldRatio] = [ratioTo("warm"), ratioTo("peerjs"), ratioTo("cold")];
  const exceeded = [
    ...(ratio <= budgets.ratio ? [] : [`${ratio} of the warm floor, ${budgets.ratio} is allowed`]),
    ...(peerRatio <= PEER_BUDGET ? [] : [`${peerRatio} of PeerJS, ${PEER_BUDGET} is allowed`]),
    ...stageNames
      .filter((name) => !(stageRatio(name) <= budgets[name]))
      .map((name) => `${name}: ${stageRatio(name)} of the warm floor by itself, ${budgets[name]} is allowed`),
  ];

  const table = roundTrips.flatMap((roundTrip) => [
    cells(`RTT ${roundTrip} ms`, ["calls", "median", "min", "p90", ...stageNames]),
    ...arms.map((arm) => {
      const totals = of(arm, roundTrip).map((moments) => moments.total);
      const figures = [median(totals), Math.min(...totals), percentile(totals, 0.9)];
      const parts = stageNames.map((name) => stage(arm, roundTrip, name));
      return cells(arm, [totals.length, ...[...figures, ...parts].map((ms) => ms.toFixed(0))]);
    }),
    "",
  ]);
  writeFigures(BENCH, [
    `${BENCH}: from accept to the first frame painted on both sides, ms; stages as medians`,
    "",
    ...table,
    `more per ms of round trip: ${arms.map((arm) => `${arm} ${slopes[arm]}`).join(", ")}`,
    ...exceeded.map((words) => `over budget at RTT ${JUDGED_AT}: ${words}`),
    "",
    JSON.stringify({ bench: BENCH, ratio, peerRatio, coldRatio, slopes, stages, exceeded }),
  ]);
  return exceeded;
}

function cells(name: string, values: readonly (string | number)[]): string {
  return name.padEnd(14) + values.map((value) => String(value).padStart(11)).join("");
}
