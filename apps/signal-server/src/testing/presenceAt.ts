import type { Presence } from "@sightline/protocol";
import { valueOf } from "./httpClient";
import type { Person } from "./testServer";

/** What a person's list of contacts says of another right now; undefined: they are not in it. */
export async function presenceAt(watcher: Person, of: Person): Promise<Presence | undefined> {
  return valueOf((await watcher.call("listContacts", {})).result).find(({ user }) => user.id === of.id)?.presence;
}
