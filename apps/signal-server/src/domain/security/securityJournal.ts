import type { Activity, ActivityKind } from "@sightline/protocol";
import type { Clock, Log, SecurityEvents } from "../ports";
import type { Timing } from "../timing";
import { isActivity, isWarning, type SecurityEvent } from "./securityEvent";

export interface NewActivity {
  readonly userId: string;
  readonly kind: ActivityKind;
  readonly deviceName: string | null;
  readonly at: Date;
}

export interface ActivityRepository {
  /** Does nothing when the account is gone. */
  add(activity: NewActivity): Promise<void>;
  /** Newest first. */
  newestOf(userId: string, count: number): Promise<readonly NewActivity[]>;
  removeBefore(at: Date): Promise<void>;
}

interface JournalPorts {
  readonly activities: ActivityRepository;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly log: Log;
}

/** Lines of "recent security activity". */
const SHOWN = 50;

/** Writes security events into the log, and those about a person into the database for that person to see (R46). */
export class SecurityJournal implements SecurityEvents {
  /** The last row that is on its way, by person. */
  private readonly writing = new Map<string, Promise<void>>();

  constructor(private readonly ports: JournalPorts) {}

  /**
   * The log line is written at once, the row a moment later: whoever waits for an answer must not learn from its time
   * whether there was an account to write about. A row that cannot be written is logged and holds up nobody. The rows of
   * one person are written one after the other, because rows of the same millisecond are listed in the order they were added.
   */
  record({ kind, userId, sessionId, address, deviceName = null, event, code }: SecurityEvent): void {
    const { clock, log } = this.ports;
    const fields = { security: kind, user: userId, session: sessionId, address, event, code };
    if (isWarning(kind)) log.warn("security", fields);
    else log.info("security", fields);
    if (userId === undefined || !isActivity(kind)) return;
    const at = clock.now();
    const written = (this.writing.get(userId) ?? Promise.resolve())
      .then(() => this.write({ userId, kind, deviceName, at }))
      .finally(() => {
        if (this.writing.get(userId) === written) this.writing.delete(userId);
      });
    this.writing.set(userId, written);
  }

  private async write(activity: NewActivity): Promise<void> {
    const { activities, log } = this.ports;
    await activities.add(activity).catch((fault: unknown) => {
      log.error("activity not written", { user: activity.userId, fault });
    });
  }

  /** The newest of one person, with all that was recorded before the question. */
  async recentOf(userId: string): Promise<Activity[]> {
    await this.settled();
    const rows = await this.ports.activities.newestOf(userId, SHOWN);
    return rows.map(({ kind, deviceName, at }) => ({ kind, at: at.toISOString(), device: deviceName }));
  }

  /** Forgets what is older than it may be kept. */
  sweep(): Promise<void> {
    const { activities, clock, timing } = this.ports;
    return activities.removeBefore(new Date(clock.now().getTime() - timing.activityKept));
  }

  /** Resolves when all that was recorded so far is stored. */
  async settled(): Promise<void> {
    await Promise.all(this.writing.values());
  }
}
