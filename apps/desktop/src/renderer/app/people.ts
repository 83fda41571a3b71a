import type { Contact, Preferences, UserId } from "@sightline/protocol";
import type { StoreApi } from "zustand/vanilla";
import type { HttpClient, HttpOutcome } from "../transport/httpClient";
import type { ServerMessage } from "../transport/signalClient";
import type { Outcome } from "../ui/appContext";
import type { PeopleStore } from "../ui/people/peopleContext";
import { nobody } from "../stores/createStores";
import { createContactList } from "./contactList";
import { done, isDone } from "./done";
import type { Notify } from "./notices";

interface Options {
  readonly http: HttpClient;
  readonly store: StoreApi<PeopleStore>;
  readonly notify: Notify;
}

/** Contacts, presence and history. The writer of the people store. */
export function createPeople({ http, store, notify }: Options) {
  const list = createContactList(store, notify);
  /** Somebody a link named before the contacts were there. */
  let wanted: string | null = null;
  const open = (username: string) => {
    const { contacts, loaded } = store.getState();
    wanted = loaded ? null : username;
    if (!loaded) return;
    const person = contacts.find(({ user, state }) => user.username === username && state === "accepted");
    if (person) store.setState({ selectedUserId: person.user.id });
    else notify({ tone: "info", message: "linkToStranger", peerName: username });
  };

  /** The answer about one contact. The socket tells the same, and then with what came after it. */
  const answered = async (request: () => Promise<HttpOutcome<Contact>>): Promise<HttpOutcome<Contact>> => {
    const toldBefore = list.told();
    const answer = await request();
    if (answer.ok && list.told() === toldBefore) list.put(answer.value);
    return answer;
  };
  const refreshCalls = async () => {
    const calls = await http.request("listCalls", {});
    if (calls.ok) store.setState({ calls: calls.value });
  };
  const refresh = async (): Promise<void> => {
    const toldBefore = list.told();
    const [contacts, calls] = await Promise.all([http.request("listContacts", {}), http.request("listCalls", {})]);
    if (calls.ok) store.setState({ calls: calls.value });
    if (!contacts.ok) return;
    if (list.told() !== toldBefore) return refresh();
    list.replace(contacts.value);
    if (wanted) open(wanted);
  };

  return {
    receive(message: ServerMessage) {
      list.receive(message);
      if (message.name === "preferences:changed") store.setState(asKnown(message.payload));
      if (message.name === "calls:changed") void refreshCalls();
    },
    refresh,
    ...createPartings(http, list.drop),
    ...createPreferences(http, store),
    refreshCalls,
    clear: () => store.setState(nobody),
    /** Shows a contact by username; said where there is none. Never dials. */
    open,
    select: (selectedUserId: UserId | null) => store.setState({ selectedUserId }),
    find: (query: string) => http.request("searchPeople", { query }),
    async request(username: string): Promise<Outcome> {
      const answer = await answered(() => http.request("requestContact", { username }));
      if (!answer.ok) return answer;
      if (answer.value.state === "outgoing") {
        notify({ tone: "success", message: "contactRequestSent", peerName: answer.value.user.name });
      }
      return isDone;
    },
    async accept(userId: UserId): Promise<Outcome> {
      const answer = await answered(() => http.request("acceptContact", { userId }));
      return done(answer);
    },
  };
}

/**
 * Ways to have somebody out of one's list.
 *
 * @param drop takes them out of it here
 */
function createPartings(http: HttpClient, drop: (userId: UserId) => void) {
  return {
    async remove(userId: UserId): Promise<Outcome> {
      const answer = await http.request("removeContact", { userId });
      if (!answer.ok) return answer;
      drop(userId);
      return isDone;
    },
    async block(userId: UserId): Promise<Outcome> {
      const answer = await http.request("blockPerson", { userId });
      if (!answer.ok) return answer;
      drop(userId);
      return isDone;
    },
    async unblock(userId: UserId): Promise<Outcome> {
      const answer = await http.request("unblockPerson", { userId });
      return done(answer);
    },
    listBlocked: () => http.request("listBlocked", {}),
  };
}

/** What I have set on the server, and what the server allows. */
function createPreferences(http: HttpClient, store: StoreApi<PeopleStore>) {
  return {
    async refreshRules(): Promise<void> {
      const [mine, server] = await Promise.all([http.request("preferences", {}), http.request("serverInfo", {})]);
      if (mine.ok) store.setState(asKnown(mine.value));
      if (server.ok) store.setState({ rules: server.value });
    },
    async changePreferences(change: Partial<Preferences>): Promise<Outcome> {
      const { preferences: before, quietUntil } = store.getState();
      // Shown at once; taken back where the server does not follow.
      if (before)
        store.setState({ ...asKnown({ ...before, ...change }), ...("doNotDisturb" in change ? {} : { quietUntil }) });
      const answer = await http.request("changePreferences", change);
      store.setState(answer.ok ? asKnown(answer.value) : { preferences: before, quietUntil });
      return done(answer);
    },
  };
}

/** Seconds that are left, told just now, as the time when they are over. */
function asKnown(preferences: Preferences): Pick<PeopleStore, "preferences" | "quietUntil"> {
  const seconds = preferences.doNotDisturb?.seconds ?? null;
  return { preferences, quietUntil: seconds === null ? null : Date.now() + seconds * 1000 };
}
