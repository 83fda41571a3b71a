import type { Contact } from "@sightline/protocol";
import { useApp } from "../appContext";
import { usePresenceOf } from "../hooks/presences";
import { usePeople } from "../hooks/stores";
import { Avatar } from "../kit/Avatar";
import { t } from "../strings/strings";
import styles from "./PeoplePane.module.css";

const order = { online: 0, away: 0, inCall: 0, doNotDisturb: 0, offline: 1 };

/** Who is connected comes first, then by name. Whoever goes for a coffee stays where they are in the list. */
function sorted(contacts: readonly Contact[]): Contact[] {
  return contacts.toSorted((a, b) => order[a.presence] - order[b.presence] || a.user.name.localeCompare(b.user.name));
}

export function ContactList({ contacts }: { contacts: readonly Contact[] }) {
  const { intents } = useApp();
  const selectedId = usePeople((people) => people.selectedUserId);
  const presenceOf = usePresenceOf();
  if (contacts.length === 0) return null;
  const rows = sorted(contacts).map((contact) => ({ user: contact.user, presence: presenceOf(contact) }));
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>{t.people.contacts}</h2>
      <ul>
        {rows.map(({ user, presence }) => (
          <li key={user.id}>
            <button
              type="button"
              className={styles.person}
              aria-current={user.id === selectedId ? "true" : undefined}
              onClick={() => intents.selectPerson(user.id)}
            >
              <Avatar person={user} presence={presence ?? undefined} />
              <span className={styles.names}>
                <span className={styles.name}>{user.name}</span>{" "}
                <span className={styles.detail}>
                  {presence === null ? `@${user.username}` : t.people.presence[presence]}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
