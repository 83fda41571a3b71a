import { z } from "zod";
import { contact } from "../contact";
import { SEARCH_RESULTS } from "../directory";
import { userId } from "../ids";
import { preferences } from "../preferences";
import { username, userSummary } from "../user";
import { none, type Route } from "./route";

/** Finding people, and being their contact. */
export const peopleRoutes = {
  /**
   * Who is found by any text at all, or nobody, which never tells why: there is nobody, or they are not to be found by it.
   * What is asked for travels in the body, so that no address of a request holds an e-mail address.
   */
  searchPeople: {
    method: "POST",
    path: "/api/people/search",
    auth: "session",
    params: none,
    body: z.object({ query: z.string() }),
    response: z.array(userSummary).max(SEARCH_RESULTS),
  },
  listContacts: {
    method: "GET",
    path: "/api/contacts",
    auth: "session",
    params: none,
    body: none,
    response: z.array(contact),
  },
  /** Asks for contact; when the other already asked, both become contacts at once. */
  requestContact: {
    method: "POST",
    path: "/api/contacts",
    auth: "session",
    params: none,
    body: z.object({ username }),
    response: contact,
  },
  acceptContact: {
    method: "POST",
    path: "/api/contacts/:userId/accept",
    auth: "session",
    params: z.object({ userId }),
    body: none,
    response: contact,
  },
  /** Declines, withdraws or removes, whatever the state is. */
  removeContact: {
    method: "DELETE",
    path: "/api/contacts/:userId",
    auth: "session",
    params: z.object({ userId }),
    body: none,
    response: none,
  },
  /** Whom I have blocked, the latest first. */
  listBlocked: {
    method: "GET",
    path: "/api/blocks",
    auth: "session",
    params: none,
    body: none,
    response: z.array(userSummary),
  },
  /** From now on I am not there for this person, and nothing tells them so. Blocking twice is as good as once. */
  blockPerson: {
    method: "POST",
    path: "/api/blocks",
    auth: "session",
    params: none,
    body: z.object({ userId }),
    response: none,
  },
  /** What was between the two before the block is again. */
  unblockPerson: {
    method: "DELETE",
    path: "/api/blocks/:userId",
    auth: "session",
    params: z.object({ userId }),
    body: none,
    response: none,
  },
  preferences: {
    method: "GET",
    path: "/api/me/preferences",
    auth: "session",
    params: none,
    body: none,
    response: preferences,
  },
  /** What is left out stays; all of the person's devices are told, and contacts see "do not disturb". */
  changePreferences: {
    method: "POST",
    path: "/api/me/preferences",
    auth: "session",
    params: none,
    body: preferences.partial(),
    response: preferences,
  },
} as const satisfies Record<string, Route>;
