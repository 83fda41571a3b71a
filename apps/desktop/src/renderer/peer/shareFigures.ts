import { type Report, rows, type StatsRow } from "./statsRows";

/** What is really sent or received of a share, from the browser's own counters. */
export interface ShareFigures {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /** As it is called, e.g. `AV1`. */
  readonly codec: string;
  readonly kilobitsPerSecond: number;
}

/**
 * What went on between two reports of the share's sender or receiver; null when that cannot be told: nothing flows
 * yet, or the counters began anew in between.
 */
export function shareFigures(before: Report, after: Report, direction: "sending" | "receiving"): ShareFigures | null {
  const type = direction === "sending" ? "outbound-rtp" : "inbound-rtp";
  const then = videoRow(before, type);
  const now = videoRow(after, type);
  const codec = rows(after).find(({ id }) => id === now?.codecId)?.mimeType;
  if (!then || !now || !codec || !now.frameWidth || !now.frameHeight) return null;
  const seconds = (now.timestamp - then.timestamp) / 1000;
  const bytes = bytesOf(now) - bytesOf(then);
  const frames = framesOf(now) - framesOf(then);
  if (then.id !== now.id || seconds <= 0 || bytes < 0 || frames < 0) return null;
  return {
    width: now.frameWidth,
    height: now.frameHeight,
    framesPerSecond: Math.round(frames / seconds),
    codec: codec.slice(codec.indexOf("/") + 1),
    kilobitsPerSecond: Math.round((bytes * 8) / seconds / 1000),
  };
}

const bytesOf = ({ bytesSent, bytesReceived }: StatsRow) => bytesSent ?? bytesReceived ?? 0;
const framesOf = ({ framesEncoded, framesDecoded }: StatsRow) => framesEncoded ?? framesDecoded ?? 0;

function videoRow(report: Report, type: string): StatsRow | undefined {
  return rows(report).find((row) => row.type === type && row.kind === "video");
}
