import type { Contact, UserId } from "@sightline/protocol";
import type { StoreApi } from "zustand/vanilla";
import type { HttpClient } from "../transport/httpClient";
import type { ServerMessage } from "../transport/signalClient";
import type { Outcome, PeopleStore } from "../ui/appContext";
import type { Notify } from "./notices";

interface Options {
  readonly http: HttpClient;
  readonly store: StoreApi<PeopleStore>;
  readonly notify: Notify;
}

/** Contacts, presence and history. The writer of the people store. */
export function createPeople({ http, store, notify }: Options) {
  /** Counts what the socket told, to know whether an HTTP answer that was on its way meanwhile is out of date. */
  let told = 0;
  const put = (contact: Contact) => store.setState(({ contacts }) => ({ contacts: withContact(contacts, contact) }));
  const drop = (userId: UserId) =>
    store.setState(({ contacts, selectedUserId }) => ({
      contacts: contacts.filter(({ user }) => user.id !== userId),
      selectedUserId: selectedUserId === userId ? null : selectedUserId,
    }));
  const announce = (contact: Contact) => {
    const before = store.getState().contacts.find(({ user }) => user.id === contact.user.id);
    if (before?.state === contact.state) return;
    const peerName = contact.user.name;
    if (contact.state === "incoming") notify({ tone: "info", message: "contactRequestReceived", peerName });
    if (contact.state === "accepted") notify({ tone: "success", message: "contactAccepted", peerName });
  };

  /** The answer to a request about one contact. The socket tells the same, and then with what came after it. */
  const putAnswer = (contact: Contact, toldBefore: number) => {
    if (told === toldBefore) put(contact);
  };
  const refresh = async (): Promise<void> => {
    const toldBefore = told;
    const [contacts, calls] = await Promise.all([http.request("listContacts", {}), http.request("listCalls", {})]);
    if (calls.ok) store.setState({ calls: calls.value });
    if (!contacts.ok) return;
    if (told !== toldBefore) return refresh();
    store.setState({ contacts: sorted(contacts.value), loaded: true });
  };

  return {
    refresh,
    async refreshCalls() {
      const calls = await http.request("listCalls", {});
      if (calls.ok) store.setState({ calls: calls.value });
    },
    clear: () => store.setState({ loaded: false, contacts: [], calls: [], selectedUserId: null }),
    select: (selectedUserId: UserId | null) => store.setState({ selectedUserId }),
    receive(message: ServerMessage) {
      if (message.name.startsWith("contact:") || message.name === "presence:changed") told += 1;
      if (message.name === "contact:changed") {
        announce(message.payload);
        put(message.payload);
      }
      if (message.name === "contact:removed") drop(message.payload.userId);
      if (message.name === "presence:changed") {
        const { userId, presence } = message.payload;
        store.setState(({ contacts }) => ({
          contacts: contacts.map((one) => (one.user.id === userId ? { ...one, presence } : one)),
        }));
      }
    },
    find: (username: string) => http.request("findUser", { username }),
    async request(username: string): Promise<Outcome> {
      const toldBefore = told;
      const answer = await http.request("requestContact", { username });
      if (!answer.ok) return answer;
      putAnswer(answer.value, toldBefore);
      if (answer.value.state === "outgoing") {
        notify({ tone: "success", message: "contactRequestSent", peerName: answer.value.user.name });
      }
      return done;
    },
    async accept(userId: UserId): Promise<Outcome> {
      const toldBefore = told;
      const answer = await http.request("acceptContact", { userId });
      if (!answer.ok) return answer;
      putAnswer(answer.value, toldBefore);
      return done;
    },
    async remove(userId: UserId): Promise<Outcome> {
      const answer = await http.request("removeContact", { userId });
      if (!answer.ok) return answer;
      drop(userId);
      return done;
    },
  };
}

const done: Outcome = { ok: true, value: undefined };

const order: Record<Contact["state"], number> = { incoming: 0, accepted: 1, outgoing: 2 };

/** Requests to answer first, then people by name. Presence does not move anybody: the list must not jump. */
function sorted(contacts: readonly Contact[]): Contact[] {
  return contacts.toSorted((a, b) => order[a.state] - order[b.state] || a.user.name.localeCompare(b.user.name));
}

function withContact(contacts: readonly Contact[], contact: Contact): Contact[] {
  return sorted([...contacts.filter(({ user }) => user.id !== contact.user.id), contact]);
}
