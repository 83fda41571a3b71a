import type { Contact, UserId } from "@sightline/protocol";
import type { StoreApi } from "zustand/vanilla";
import type { HttpClient, HttpOutcome } from "../transport/httpClient";
import type { Outcome, PeopleStore } from "../ui/appContext";
import { createContactList } from "./contactList";
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
    receive: list.receive,
    refresh,
    async refreshCalls() {
      const calls = await http.request("listCalls", {});
      if (calls.ok) store.setState({ calls: calls.value });
    },
    clear: () => store.setState({ loaded: false, contacts: [], calls: [], selectedUserId: null }),
    /** Shows a contact by username; said where there is none. Never dials. */
    open,
    select: (selectedUserId: UserId | null) => store.setState({ selectedUserId }),
    find: (username: string) => http.request("findUser", { username }),
    async request(username: string): Promise<Outcome> {
      const answer = await answered(() => http.request("requestContact", { username }));
      if (!answer.ok) return answer;
      if (answer.value.state === "outgoing") {
        notify({ tone: "success", message: "contactRequestSent", peerName: answer.value.user.name });
      }
      return done;
    },
    async accept(userId: UserId): Promise<Outcome> {
      const answer = await answered(() => http.request("acceptContact", { userId }));
      return answer.ok ? done : answer;
    },
    async remove(userId: UserId): Promise<Outcome> {
      const answer = await http.request("removeContact", { userId });
      if (!answer.ok) return answer;
      list.drop(userId);
      return done;
    },
  };
}

const done: Outcome = { ok: true, value: undefined };
