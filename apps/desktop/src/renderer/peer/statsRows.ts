/** The fields used of a report's rows (https://www.w3.org/TR/webrtc-stats/). Times in seconds unless said otherwise. */
export interface StatsRow {
  readonly type: string;
  readonly id: string;
  /** ms since 1970. */
  readonly timestamp: number;
  readonly kind?: string;
  readonly codecId?: string;
  readonly mimeType?: string;
  readonly frameWidth?: number;
  readonly frameHeight?: number;
  readonly roundTripTime?: number;
  readonly fractionLost?: number;
  readonly selectedCandidatePairId?: string;
  readonly currentRoundTripTime?: number;
  readonly selected?: boolean;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly localCandidateId?: string;
  readonly remoteCandidateId?: string;
  readonly candidateType?: string;
  readonly protocol?: string;
  readonly relayProtocol?: string;
  readonly address?: string | null;
  readonly bytesSent?: number;
  readonly bytesReceived?: number;
  readonly responsesReceived?: number;
  readonly framesEncoded?: number;
  /** What the encoder may use, bit/s. */
  readonly targetBitrate?: number;
  readonly framesDecoded?: number;
  readonly packetsLost?: number;
  readonly packetsReceived?: number;
  readonly concealedSamples?: number;
  readonly silentConcealedSamples?: number;
  readonly totalSamplesReceived?: number;
  readonly totalFreezesDuration?: number;
}

type Counter = {
  [K in keyof StatsRow]-?: StatsRow[K] extends number | undefined ? K : never;
}[keyof StatsRow];

export type Report = Pick<RTCStatsReport, "values">;

export const rows = (report: Report): StatsRow[] => [...report.values()] as StatsRow[];

/** How much a counter grew since the row's earlier version; null when it was not there then, or began anew. */
export function changeOf(
  row: StatsRow,
  earlier: ReadonlyMap<string, StatsRow>,
  counter: Counter,
): { readonly by: number; readonly perSecond: number } | null {
  const before = earlier.get(row.id);
  const [from, to] = [before?.[counter], row[counter]];
  if (!before || from === undefined || to === undefined) return null;
  const seconds = (row.timestamp - before.timestamp) / 1000;
  const by = to - from;
  // Lost packets that arrive late after all are taken back by the browser: that is no new beginning.
  if (seconds <= 0 || (by < 0 && counter !== "packetsLost")) return null;
  return { by, perSecond: by / seconds };
}

/** The path in use. */
export function selectedPair(now: readonly StatsRow[]): StatsRow | undefined {
  const chosen = now.find(({ type, selectedCandidatePairId }) => type === "transport" && selectedCandidatePairId);
  const pairs = now.filter(({ type }) => type === "candidate-pair");
  // Firefox has no transport's choice; it marks the pair itself.
  return (
    pairs.find(({ id }) => id === chosen?.selectedCandidatePairId) ??
    pairs.find(({ selected }) => selected) ??
    pairs.find(({ nominated, state }) => nominated && state === "succeeded")
  );
}

/** The candidates at the ends of the path in use; null while the report does not know both. */
export function endsOf(now: readonly StatsRow[]) {
  const pair = selectedPair(now);
  const local = now.find(({ id }) => id === pair?.localCandidateId);
  const remote = now.find(({ id }) => id === pair?.remoteCandidateId);
  if (!local || !remote) return null;
  return { local, remote, relayed: local.candidateType === "relay" || remote.candidateType === "relay" };
}
