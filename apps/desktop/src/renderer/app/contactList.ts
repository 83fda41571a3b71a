import type { Contact, UserId } from "@sightline/protocol";
import type { StoreApi } from "zustand/vanilla";
import type { ServerMessage } from "../transport/signalClient";
import type { PeopleStore } from "../ui/people/peopleContext";
import type { Notify } from "./notices";

/** The contacts in the people store, kept in order and in step with what the socket tells. */
export function createContactList(store: StoreApi<PeopleStore>, notify: Notify) {
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
    // Somebody unblocked comes back as the contact they were.
    if (!before && contact.state === "accepted") return;
    const peerName = contact.user.name;
    if (contact.state === "incoming") notify({ tone: "info", message: "contactRequestReceived", peerName });
    if (contact.state === "accepted") notify({ tone: "success", message: "contactAccepted", peerName });
  };

  return {
    put,
    drop,
    replace: (contacts: readonly Contact[]) => store.setState({ contacts: sorted(contacts), loaded: true }),
    /** How much the socket has told; when it grew, an HTTP answer that was on its way meanwhile may be out of date. */
    told: () => told,
    receive(message: ServerMessage) {
      switch (message.name) {
        case "contact:changed":
          told += 1;
          announce(message.payload);
          return put(message.payload);
        case "contact:removed":
          told += 1;
          return drop(message.payload.userId);
        case "presence:changed": {
          told += 1;
          const { userId, presence } = message.payload;
          return store.setState(({ contacts }) => ({
            contacts: contacts.map((one) => (one.user.id === userId ? { ...one, presence } : one)),
          }));
        }
      }
    },
  };
}

const order: Record<Contact["state"], number> = { incoming: 0, accepted: 1, outgoing: 2 };

/** Requests to answer first, then people by name. Presence does not move anybody: the list must not jump. */
function sorted(contacts: readonly Contact[]): Contact[] {
  return contacts.toSorted((a, b) => order[a.state] - order[b.state] || a.user.name.localeCompare(b.user.name));
}

function withContact(contacts: readonly Contact[], contact: Contact): Contact[] {
  return sorted([...contacts.filter(({ user }) => user.id !== contact.user.id), contact]);
}
