import { Users } from "lucide-react";
import { usePeople } from "../hooks/stores";
import { useDelayed } from "../hooks/useDelayed";
import { EmptyState } from "../kit/EmptyState";
import { Mark } from "../kit/Mark";
import { Spinner } from "../kit/Spinner";
import { t } from "../strings/strings";
import { RoomsSection } from "../rooms/RoomsSection";
import { AccountMenu, type MenuDoors } from "./AccountMenu";
import { ContactList } from "./ContactList";
import { FindPerson } from "./FindPerson";
import styles from "./PeoplePane.module.css";
import { RequestList } from "./RequestList";

function Loading() {
  const due = useDelayed(true, 300);
  return (
    <p className={styles.loading} role="status">
      {due && (
        <>
          <Spinner /> {t.people.loading}
        </>
      )}
    </p>
  );
}

export function PeoplePane(doors: MenuDoors) {
  const loaded = usePeople((people) => people.loaded);
  const contacts = usePeople((people) => people.contacts);
  const accepted = contacts.filter((contact) => contact.state === "accepted");
  return (
    <nav className={styles.pane} aria-label={t.people.title}>
      <header className={styles.header}>
        <Mark size={26} />
        <h1 className={styles.brand}>{t.app.name}</h1>
      </header>
      <FindPerson />
      <div className={styles.lists}>
        {!loaded && <Loading />}
        <RequestList state="incoming" title={t.people.requests} contacts={contacts} />
        <ContactList contacts={accepted} />
        <RequestList state="outgoing" title={t.people.sent} contacts={contacts} />
        {loaded && contacts.length === 0 && (
          <EmptyState icon={<Users size={22} />} title={t.people.noContacts}>
            {t.people.noContactsWhy}
          </EmptyState>
        )}
        {loaded && <RoomsSection />}
      </div>
      <AccountMenu {...doors} />
    </nav>
  );
}
