import { type CallableBy, type FoundByEmail, ok, type Preferences, type Result } from "@sightline/protocol";
import type { Clock, Log, Notifier } from "../ports";
import type { PresenceBoard } from "../presence/presenceBoard";
import type { SignUpRules } from "./signUpPolicy";
import type { User } from "./user";

/** What a person has set, as it is kept. */
export interface KeptPreferences {
  readonly callableBy: CallableBy;
  readonly foundByEmail: FoundByEmail;
  /** "Do not disturb": null is off; `until` null: until it is turned off. */
  readonly quiet: { readonly until: Date | null } | null;
}

/**
 * Of people who have set nothing. That an address has an account is nobody's business, but where the operator made the
 * server one of their own domains: there everybody has proved an address that colleagues know anyhow.
 */
export function standardPreferences(signUp: SignUpRules, confirmationRequired: boolean): KeptPreferences {
  const amongColleagues = confirmationRequired && signUp.domains.length > 0;
  return { callableBy: "contacts", foundByEmail: amongColleagues ? "anyone" : "nobody", quiet: null };
}

/** Some of them, as the person gives them; what is left out stays as it is. */
export type PreferenceChange = { readonly [K in keyof Preferences]?: Preferences[K] | undefined };

export interface PreferenceRepository {
  of(userId: string): Promise<KeptPreferences>;
  change(userId: string, change: Partial<KeptPreferences>): Promise<KeptPreferences>;
  /** Those of `userIds` who do not want to be disturbed at that time. */
  quietAmong(userIds: readonly string[], at: Date): Promise<ReadonlySet<string>>;
  /** Turns off what has run out, and answers whose it was. Of several servers each answers others. */
  endQuiet(at: Date): Promise<readonly string[]>;
}

interface PreferencePorts {
  readonly preferences: PreferenceRepository;
  readonly presence: Pick<PresenceBoard, "refresh">;
  readonly notifier: Notifier;
  readonly clock: Clock;
  readonly log: Log;
}

/** Does this person not want to be disturbed right now? */
export function isQuiet({ quiet }: KeptPreferences, at: Date): boolean {
  return quiet !== null && (quiet.until === null || quiet.until > at);
}

/** As the person's own devices get it. */
function toPreferences(kept: KeptPreferences, at: Date): Preferences {
  const { quiet, ...others } = kept;
  if (quiet === null || !isQuiet(kept, at)) return { ...others, doNotDisturb: null };
  const seconds = quiet.until && (quiet.until.getTime() - at.getTime()) / 1000;
  return { ...others, doNotDisturb: { seconds } };
}

/** What people have set for themselves, on all their devices. */
export class PreferenceBook {
  constructor(private readonly ports: PreferencePorts) {}

  async of(userId: string): Promise<Preferences> {
    return toPreferences(await this.ports.preferences.of(userId), this.ports.clock.now());
  }

  /** Changes what is given and tells all devices of this person, and their contacts what these may see of it. */
  async change(me: User, change: PreferenceChange): Promise<Result<Preferences>> {
    const now = this.ports.clock.now();
    const changed = toPreferences(await this.ports.preferences.change(me.id, toKept(change, now)), now);
    this.ports.notifier.toUser(me.id, "preferences:changed", changed);
    if (change.doNotDisturb !== undefined) await this.tellContacts(me.id);
    return ok(changed);
  }

  /** Ends each "do not disturb" whose time has come. */
  async sweep(): Promise<void> {
    for (const userId of await this.ports.preferences.endQuiet(this.ports.clock.now())) {
      this.ports.notifier.toUser(userId, "preferences:changed", await this.of(userId));
      await this.tellContacts(userId);
    }
  }

  private async tellContacts(userId: string): Promise<void> {
    const { presence, log } = this.ports;
    await presence
      .refresh(userId)
      .catch((fault: unknown) => log.error("presence not updated", { user: userId, fault }));
  }
}

function toKept({ callableBy, foundByEmail, doNotDisturb }: PreferenceChange, now: Date): Partial<KeptPreferences> {
  const until = (seconds: number | null) => ({
    until: seconds === null ? null : new Date(now.getTime() + seconds * 1000),
  });
  return {
    ...(callableBy && { callableBy }),
    ...(foundByEmail && { foundByEmail }),
    ...(doNotDisturb !== undefined && { quiet: doNotDisturb && until(doNotDisturb.seconds) }),
  };
}
