import { setTimeout as pause } from "node:timers/promises";
import type { Letter } from "../../domain/letters";
import type { Clock, Log, Mailer, Scheduler } from "../../domain/ports";

export interface MailQueuePorts {
  readonly deliver: (address: string, letter: Letter) => Promise<void>;
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly log: Log;
  /** How long to wait after each failure in a row, ms; the last one counts for all after it. */
  readonly pauses?: readonly number[];
  readonly most?: number;
  readonly lanes: number;
}

interface Waiting {
  readonly address: string;
  readonly letter: Letter;
  readonly giveUpAt: number;
  failures: number;
}

const PAUSES_MS = [5_000, 30_000, 120_000, 600_000, 1_800_000];
const MOST = 1_000;
const NOTICE_LIFE_MS = 86_400_000;
const LAST_TRY_MS = 3_000;

/** A code that has run out helps nobody; everything else is still news after a day. */
function lifeOf(letter: Letter): number {
  return "minutes" in letter ? letter.minutes * 60_000 : NOTICE_LIFE_MS;
}

/** What may be logged of a fault: a mail server's own words name the address. */
function factsOf(fault: unknown): { code?: string; status?: number; isFinal: boolean } {
  const { code, responseCode }: { code?: unknown; responseCode?: unknown } =
    typeof fault === "object" && fault !== null ? fault : {};
  const status = typeof responseCode === "number" ? responseCode : undefined;
  // 5xx about the address or the letter will be said again (RFC 5321 4.2.1); about the log-in it is the operator's to mend.
  const isFinal = (code === "EENVELOPE" || code === "EMESSAGE") && status !== undefined && status >= 500;
  return { code: typeof code === "string" ? code : undefined, status, isFinal };
}

/**
 * Delivers in the background, `lanes` at once, and again after growing pauses while the mail server is away. Kept in
 * memory alone: on disk the codes in the letters would outlive their use. At most `most` letters wait; what is given up is
 * logged as an error, never with an address.
 */
export class MailQueue implements Mailer {
  private readonly kept = new Set<Waiting>();
  private readonly running = new Map<Waiting, Promise<void>>();
  private due: Waiting[] = [];

  constructor(private readonly ports: MailQueuePorts) {}

  send(address: string, letter: Letter): void {
    const { clock, log, scheduler, most = MOST } = this.ports;
    if (this.kept.size >= most) {
      return log.error("mail given up", { event: letter.kind, reason: "queue full", count: this.kept.size });
    }
    const item = { address, letter, giveUpAt: clock.now().getTime() + lifeOf(letter), failures: 0 };
    this.kept.add(item);
    this.due.push(item);
    // Not in this turn: whoever sends has an answer to give first.
    scheduler.after(0, async () => this.pump());
  }

  /** Tries once more what is waiting, for a few seconds at most, and says how much is lost. */
  async close(): Promise<void> {
    this.due = [...this.kept].filter((item) => !this.running.has(item));
    this.pump();
    await Promise.race([this.idle(), pause(LAST_TRY_MS, undefined, { ref: false })]);
    if (this.kept.size > 0) this.ports.log.error("mails lost at the stop", { count: this.kept.size });
  }

  private async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.values());
  }

  private pump(): void {
    while (this.running.size < this.ports.lanes) {
      const item = this.due.shift();
      if (!item) return;
      const done = this.run(item).finally(() => {
        this.running.delete(item);
        this.pump();
      });
      this.running.set(item, done);
    }
  }

  private async run(item: Waiting): Promise<void> {
    const { deliver, log } = this.ports;
    const begun = performance.now();
    try {
      await deliver(item.address, item.letter);
      this.kept.delete(item);
      const ms = Math.round(performance.now() - begun);
      log.info("mail delivered", { event: item.letter.kind, ms, count: this.kept.size });
    } catch (fault) {
      this.failed(item, fault);
    }
  }

  private failed(item: Waiting, fault: unknown): void {
    const { clock, log, scheduler, pauses = PAUSES_MS } = this.ports;
    const { isFinal, ...facts } = factsOf(fault);
    const wait = pauses[Math.min(item.failures, pauses.length - 1)] ?? 0;
    item.failures += 1;
    const isLate = clock.now().getTime() + wait > item.giveUpAt;
    if (isFinal || isLate) {
      this.kept.delete(item);
      const reason = isFinal ? "refused" : "too late";
      return log.error("mail given up", { event: item.letter.kind, reason, count: this.kept.size, ...facts });
    }
    log.warn("mail must wait", { event: item.letter.kind, ms: wait, count: this.kept.size, ...facts });
    scheduler.after(wait, async () => {
      this.due.push(item);
      this.pump();
    });
  }
}
