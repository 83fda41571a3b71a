import type { ClientEventName, RoomId } from "@sightline/protocol";
import type { NewUser } from "../users/user";

/** All that a guest may send: what it takes to join one room and to talk there. */
const guestEvents: ReadonlySet<ClientEventName> = new Set([
  "room:enter",
  "room:leave",
  "call:hangUp",
  "signal:description",
  "signal:candidates",
]);

export function guestMaySend(event: ClientEventName): boolean {
  return guestEvents.has(event);
}

/**
 * Somebody without an account. The username cannot be asked for or logged in with: no real one holds a `~`, and no
 * password matches the hash. The address is one that can never be (RFC 2606).
 */
export function newGuest(id: string, name: string, guestOf: RoomId, createdAt: Date): NewUser {
  return { id, name, username: `~${id}`, email: `${id}@guest.invalid`, passwordHash: "!", guestOf, createdAt };
}
