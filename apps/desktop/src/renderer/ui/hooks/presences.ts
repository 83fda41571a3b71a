import type { Contact, Presence } from "@sightline/protocol";
import { useCallView, usePeople, useSession } from "./stores";
import { useDelayed } from "./useDelayed";

/** Without a connection for this long, what was told last is not believed any more, ms. */
const BELIEVED_MS = 10_000;

/** What is known of a contact right now; null while the server cannot be asked. */
export function usePresenceOf(): (contact: Contact) => Presence | null {
  const cutOff = useSession((session) => session.connection !== "online");
  const unknown = useDelayed(cutOff, BELIEVED_MS);
  return ({ presence }) => (unknown ? null : presence);
}

/** What contacts see of me, as far as this device knows. */
export function useOwnPresence(): Presence {
  const isConnected = useSession((session) => session.connection === "online");
  const isQuiet = usePeople((people) => people.preferences?.doNotDisturb != null);
  const { screen } = useCallView();
  if (!isConnected) return "offline";
  if (isQuiet) return "doNotDisturb";
  return screen === "inCall" ? "inCall" : "online";
}
