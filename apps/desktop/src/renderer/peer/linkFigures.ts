import { addressFamily, type AddressFamily } from "./addressFamily";
import { changeOf, endsOf, type Report, rows, selectedPair, type StatsRow } from "./statsRows";

/** One kind of media in one direction, since the look before. */
export interface MediaFigures {
  /** As it is called, e.g. `opus`, `VP8`; null: not known yet. */
  readonly codec: string | null;
  readonly kilobitsPerSecond: number;
  /** Of the largest picture; null where there is none. */
  readonly picture: { readonly width: number; readonly height: number; readonly framesPerSecond: number } | null;
}

/** What the connection did between two looks at the browser's counters. Holds no address. */
export interface LinkFigures {
  /** ms; null: not measured yet. */
  readonly roundTrip: number | null;
  /** Share of the packets that did not arrive, 0 to 1, in the worse direction. */
  readonly loss: number;
  /** Share of the heard sound that had to be made up, 0 to 1. */
  readonly concealed: number;
  /** Share of the time in which the received picture stood still although it should move, 0 to 1. */
  readonly frozen: number;
  readonly sending: { readonly audio: MediaFigures; readonly video: MediaFigures };
  readonly receiving: { readonly audio: MediaFigures; readonly video: MediaFigures };
  /** Null: the browser does not tell, or nothing is connected. */
  readonly path: {
    readonly relayed: boolean;
    readonly family: AddressFamily | null;
    readonly protocol: "udp" | "tcp";
  } | null;
}

type Kind = "audio" | "video";

/**
 * What went on between two reports of a whole connection (https://www.w3.org/TR/webrtc-stats/); null when that cannot be
 * told: there is no earlier report, or nothing flows yet.
 */
export function linkFigures(before: Report, after: Report): LinkFigures | null {
  const now = rows(after);
  const then = new Map(rows(before).map((row) => [row.id, row]));
  const flows = now.filter((row) => row.type === "inbound-rtp" || row.type === "outbound-rtp");
  if (!flows.some(({ id }) => then.has(id))) return null;
  const media = (type: string, kind: Kind) => mediaFigures(flows, then, now, type, kind);
  return {
    roundTrip: roundTripOf(now, selectedPair(now)),
    loss: Math.max(lossIn(flows, then), lossOut(now)),
    concealed: concealedOf(flows, then),
    frozen: frozenOf(flows, then),
    sending: { audio: media("outbound-rtp", "audio"), video: media("outbound-rtp", "video") },
    receiving: { audio: media("inbound-rtp", "audio"), video: media("inbound-rtp", "video") },
    path: pathOf(now),
  };
}

type Earlier = ReadonlyMap<string, StatsRow>;

function mediaFigures(
  flows: readonly StatsRow[],
  then: Earlier,
  now: readonly StatsRow[],
  type: string,
  kind: Kind,
): MediaFigures {
  const mine = flows.filter((row) => row.type === type && row.kind === kind);
  const bytes = type === "inbound-rtp" ? "bytesReceived" : "bytesSent";
  const frames = type === "inbound-rtp" ? "framesDecoded" : "framesEncoded";
  const rates = mine.map((row) => ({ row, kilobits: (changeOf(row, then, bytes)?.perSecond ?? 0) * 0.008 }));
  const busiest = rates.reduce<(typeof rates)[number] | null>(
    (best, one) => (one.kilobits > (best?.kilobits ?? 0) ? one : best),
    null,
  )?.row;
  const mimeType = now.find(({ id }) => id === busiest?.codecId)?.mimeType;
  const { frameWidth: width, frameHeight: height } = busiest ?? {};
  const rate = busiest && changeOf(busiest, then, frames)?.perSecond;
  return {
    codec: mimeType?.slice(mimeType.indexOf("/") + 1) ?? null,
    kilobitsPerSecond: Math.round(rates.reduce((sum, { kilobits }) => sum + kilobits, 0)),
    picture: width && height ? { width, height, framesPerSecond: Math.round(rate ?? 0) } : null,
  };
}

function roundTripOf(now: readonly StatsRow[], pair: StatsRow | undefined): number | null {
  const told = now.find(({ type, roundTripTime }) => type === "remote-inbound-rtp" && roundTripTime !== undefined);
  const seconds = pair?.currentRoundTripTime ?? told?.roundTripTime;
  return seconds === undefined ? null : Math.round(seconds * 1000);
}

function lossIn(flows: readonly StatsRow[], then: Earlier): number {
  const inbound = flows.filter(({ type }) => type === "inbound-rtp");
  const total = (field: "packetsLost" | "packetsReceived") =>
    inbound.reduce((sum, row) => sum + Math.max(0, changeOf(row, then, field)?.by ?? 0), 0);
  const lost = total("packetsLost");
  return lost === 0 ? 0 : lost / (lost + total("packetsReceived"));
}

/** What the other side reports of our packets (RFC 3550, section 6.4.1, fraction lost). */
function lossOut(now: readonly StatsRow[]): number {
  const told = now.flatMap(({ type, fractionLost }) => (type === "remote-inbound-rtp" ? [fractionLost ?? 0] : []));
  return Math.max(0, ...told);
}

function concealedOf(flows: readonly StatsRow[], then: Earlier): number {
  const heard = flows.filter(({ type, kind }) => type === "inbound-rtp" && kind === "audio");
  const total = (field: "concealedSamples" | "silentConcealedSamples" | "totalSamplesReceived") =>
    heard.reduce((sum, row) => sum + (changeOf(row, then, field)?.by ?? 0), 0);
  const all = total("totalSamplesReceived");
  // Silence that is filled up is not missed by anybody.
  return all <= 0 ? 0 : Math.max(0, total("concealedSamples") - total("silentConcealedSamples")) / all;
}

function frozenOf(flows: readonly StatsRow[], then: Earlier): number {
  const seen = flows.filter(({ type, kind }) => type === "inbound-rtp" && kind === "video");
  const shares = seen.map((row) => changeOf(row, then, "totalFreezesDuration")?.perSecond ?? 0);
  return Math.min(1, Math.max(0, ...shares));
}

function pathOf(now: readonly StatsRow[]): LinkFigures["path"] {
  const ends = endsOf(now);
  if (!ends) return null;
  const { local, remote, relayed } = ends;
  const over = local.candidateType === "relay" ? (local.relayProtocol ?? local.protocol) : local.protocol;
  return {
    relayed,
    family: addressFamily(local.address) ?? addressFamily(remote.address),
    protocol: over === "udp" || over === undefined ? "udp" : "tcp",
  };
}
