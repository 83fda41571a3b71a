import type { Contact } from "@sightline/protocol";
import { useId, useState } from "react";
import { useApp } from "../appContext";
import { useBusy } from "../hooks/useBusy";
import { Avatar } from "../kit/Avatar";
import { Button } from "../kit/Button";
import { classNames } from "../kit/classNames";
import { t } from "../strings/strings";
import { BlockDialog } from "./BlockDialog";
import styles from "./PeoplePane.module.css";

function Request({ contact: { user, state } }: { contact: Contact }) {
  const { intents } = useApp();
  const { busy, run } = useBusy();
  const nameId = useId();
  const [blocking, setBlocking] = useState(false);
  const remove = () => run(async () => void (await intents.removeContact(user.id)));
  const accept = () => run(async () => void (await intents.acceptContact(user.id)));
  return (
    <li className={classNames(styles.row, styles.request)} aria-labelledby={nameId}>
      <Avatar person={user} />
      <span className={styles.names}>
        <span className={styles.name} id={nameId}>
          {user.name}
        </span>
        <span className={styles.detail}>{state === "incoming" ? t.people.wantsContact : t.people.waiting}</span>
      </span>
      {state === "incoming" ? (
        <span className={styles.actions}>
          <Button className={styles.small} aria-describedby={nameId} onClick={() => setBlocking(true)}>
            {t.people.block}
          </Button>
          <Button className={styles.small} aria-describedby={nameId} onClick={remove}>
            {t.actions.decline}
          </Button>
          <Button tone="primary" className={styles.small} busy={busy} aria-describedby={nameId} onClick={accept}>
            {t.actions.accept}
          </Button>
        </span>
      ) : (
        <Button className={styles.small} busy={busy} aria-describedby={nameId} onClick={remove}>
          {t.actions.withdraw}
        </Button>
      )}
      {blocking && <BlockDialog user={user} onClose={() => setBlocking(false)} />}
    </li>
  );
}

interface RequestListProps {
  state: "incoming" | "outgoing";
  title: string;
  contacts: readonly Contact[];
}

export function RequestList({ state, title, contacts }: RequestListProps) {
  const requests = contacts.filter((contact) => contact.state === state);
  if (requests.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>{title}</h2>
      <ul>
        {requests.map((contact) => (
          <Request key={contact.user.id} contact={contact} />
        ))}
      </ul>
    </section>
  );
}
