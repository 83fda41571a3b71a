import type { ClientEventName, RoomId } from "@sightline/protocol";
import type { NewUser } from "../users/user";

/** All that a guest may send: what it takes to join one room and to talk there. */
const guestEvents: ReadonlySet<ClientEventName> = new Set([
  "room:enter",
  "room:leave",
  "call:hangUp",
  "call:resume",
  "signal:description",
  "signal:candidates",
  "signal:ping",
  // Nobody sees a guest's presence; their app says it like any other.
  "presence:idle",
]);

export function guestMaySend(event: ClientEventName): boolean {
  return guestEvents.has(event);
}

/**
 * Somebody without an account. The username cannot be asked for or logged in with: no real one holds a `~`, and no
 * password matches the hash. The address is one that can never be (RFC 2606).
 */
export function newGuest(id: string, name: string, guestOf: RoomId, createdAt: Date): NewUser {
  const [username, email] = [`~${id}`, `${id}@guest.invalid`];
  const account = { emailProved: false, pictureId: null, passwordHash: "!", passwordVersion: 0 };
  return { id, name, username, email, ...account, guestOf, createdAt };
}
