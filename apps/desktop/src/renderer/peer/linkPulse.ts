import { type Report, rows, selectedPair } from "./statsRows";

export type PulseFact = "silent" | "back";

/** How often the counters are looked at, ms. */
export const LOOK_MS = 200;
/** After so much silence, ms, the other side is made to send something: silence may be all there is to hear. */
const PING_AFTER_MS = 400;
/** After so much, ms, the line is taken for dead. With the looks and the drawing it makes less than two seconds. */
const SILENT_AFTER_MS = 1_200;

/** What has come in so far on the path in use. */
export interface Received {
  readonly bytes: number;
  /** Answers to the browser's own checks of the path (RFC 7675), which are in no byte count. */
  readonly checks: number;
  readonly pair: string | undefined;
}

export interface Pulse {
  readonly received: Received | null;
  readonly silentMs: number;
  readonly silent: boolean;
}

export const firstPulse: Pulse = { received: null, silentMs: 0, silent: false };

/** Null: the browser does not say, and nothing can be concluded. */
export function receivedIn(report: Report): Received | null {
  const all = rows(report);
  const transport = all.find(({ type }) => type === "transport");
  const pair = selectedPair(all);
  const bytes = transport?.bytesReceived ?? pair?.bytesReceived;
  return bytes === undefined ? null : { bytes, checks: pair?.responsesReceived ?? 0, pair: pair?.id };
}

/** @param elapsedMs since the look before; of a longer pause (a busy or sleeping machine) no more counts than of two looks */
export function nextPulse(before: Pulse, received: Received | null, elapsedMs: number): Pulse {
  if (!received || !before.received || grew(before.received, received)) {
    return { received: received ?? before.received, silentMs: 0, silent: false };
  }
  const silentMs = before.silentMs + Math.min(elapsedMs, 2 * LOOK_MS);
  return { received, silentMs, silent: silentMs >= SILENT_AFTER_MS };
}

function grew(before: Received, now: Received): boolean {
  return now.bytes > before.bytes || (now.pair === before.pair && now.checks > before.checks);
}

interface Options {
  readonly report: () => Promise<Report>;
  readonly ping: () => void;
  readonly tell: (fact: PulseFact) => void;
  /** ms since any fixed point. */
  readonly now: () => number;
}

/** Notices within two seconds that nothing comes in any more, and at once when something does again. */
export function watchPulse({ report, ping, tell, now }: Options): { stop(): void } {
  let pulse = firstPulse;
  let lookedAt = now();
  let stopped = false;
  let looking = false;

  const look = async () => {
    if (looking) return;
    looking = true;
    const found = await report().catch(() => null);
    looking = false;
    if (stopped || !found) return;
    const before = pulse;
    pulse = nextPulse(before, receivedIn(found), now() - lookedAt);
    lookedAt = now();
    if (pulse.silentMs >= PING_AFTER_MS) ping();
    if (pulse.silent !== before.silent) tell(pulse.silent ? "silent" : "back");
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  return {
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}
