import type { UserSummary } from "@sightline/protocol";
import { usePeople } from "./stores";

/** Somebody with an account who is no contact of ours. */
export function useStranger(peer: UserSummary): boolean {
  const known = usePeople(
    ({ loaded, contacts }) =>
      !loaded || contacts.some(({ user, state }) => user.id === peer.id && state === "accepted"),
  );
  return !known && !peer.guest;
}
