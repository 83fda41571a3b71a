import { ok, type PersonalData, refused, type Result } from "@sightline/protocol";
import type { CallDesk } from "../calls/callDesk";
import type { BlockList } from "../contacts/blockList";
import type { ContactBook, ContactRepository } from "../contacts/contactBook";
import type { Clock, Notifier, SecurityEvents } from "../ports";
import type { RoomDesk } from "../rooms/roomDesk";
import type { Caller } from "../security/securityEvent";
import type { SecurityJournal } from "../security/securityJournal";
import type { Session, Sessions } from "../sessions/sessions";
import type { Reauthentication, ShownAgain } from "../twoFactor/reauthentication";
import type { PreferenceBook } from "./preferences";
import { meOf, type NewUser, NOBODY_ID, type UserRepository } from "./user";

interface FarewellPorts {
  readonly users: UserRepository;
  readonly reauthentication: Reauthentication;
  readonly contacts: Pick<ContactRepository, "listOf">;
  readonly book: Pick<ContactBook, "list">;
  readonly blockList: Pick<BlockList, "list">;
  readonly preferences: Pick<PreferenceBook, "of">;
  readonly desk: Pick<CallDesk, "leaveAll">;
  readonly rooms: Pick<RoomDesk, "list" | "close" | "leaveAll">;
  readonly sessions: Pick<Sessions, "devicesOf">;
  readonly security: SecurityEvents & Pick<SecurityJournal, "recentOf" | "settled">;
  readonly notifier: Notifier;
  readonly clock: Clock;
}

/** Who stands in other people's histories for all who have left. Nobody logs in as this one, finds or calls it. */
const nobodyAnyMore: Omit<NewUser, "createdAt"> = {
  id: NOBODY_ID,
  name: "Deleted account",
  username: "~deleted",
  email: "deleted@account.invalid",
  emailProved: false,
  passwordHash: "!",
  pictureId: null,
  guestOf: null,
  passwordVersion: 0,
};

/** Taking one's data along, and leaving for good (R31). */
export class Farewell {
  constructor(private readonly ports: FarewellPorts) {}

  /** All that is stored about this person, but for the calls, which only the history knows to tell, and the picture. */
  async dataOf(session: Session, caller: Caller): Promise<Omit<PersonalData, "calls" | "picture">> {
    const { users, book, blockList, preferences, rooms, sessions, security, clock } = this.ports;
    const { user } = session;
    security.record({ kind: "dataExported", userId: user.id, sessionId: session.id, ...caller });
    const { id } = user;
    // The picture itself goes along, and not where it is.
    const { picture: _, ...profile } = meOf(user);
    const now = clock.now();
    const createdAt = ((await users.createdAt(id)) ?? now).toISOString();
    return {
      exportedAt: now.toISOString(),
      profile: { ...profile, createdAt },
      preferences: await preferences.of(id),
      contacts: [...(await book.list(user))],
      blocked: [...(await blockList.list(user))],
      rooms: [...(await rooms.list(id))],
      devices: await sessions.devicesOf(session),
      activity: await security.recentOf(id),
    };
  }

  /** Asks for what log-in asks for; refuses as {@link Reauthentication} does. */
  async leave({ user }: Session, shown: ShownAgain, caller: Caller): Promise<Result<Record<string, never>>> {
    const { users, reauthentication, contacts, desk, rooms, security, notifier, clock } = this.ports;
    const known = await reauthentication.prove(user, shown, caller);
    if (!known.ok) {
      return known.error.code === "auth.invalidCredentials" ? refused(known.error.code, { field: "password" }) : known;
    }
    await rooms.leaveAll(user);
    await desk.leaveAll(user.id);
    const ties = await contacts.listOf(user.id);
    // A line that is still being written would come after the account.
    await security.settled();
    const sessions = await users.erase(user.id, { ...nobodyAnyMore, createdAt: clock.now() });
    for (const { otherId } of ties) notifier.toUser(otherId, "contact:removed", { userId: user.id });
    for (const session of sessions) notifier.endSession(session);
    security.record({ kind: "accountDeleted", userId: user.id, ...caller });
    return ok({});
  }
}
