import type { UserSummary } from "@sightline/protocol";
import { useEffect, useState } from "react";
import { useApp } from "../appContext";
import { useBusy } from "../hooks/useBusy";
import { Avatar } from "../kit/Avatar";
import { Button } from "../kit/Button";
import { FormMessage } from "../kit/FormMessage";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import pane from "../people/PeoplePane.module.css";
import styles from "../settings/Settings.module.css";

type Listed = { people: readonly UserSummary[] } | { error: string } | null;

function Blocked({ user, onUnblocked }: { user: UserSummary; onUnblocked: () => void }) {
  const { intents } = useApp();
  const [error, setError] = useState<string | null>(null);
  const { busy, run } = useBusy();
  const unblock = () =>
    run(async () => {
      const outcome = await intents.unblockPerson(user.id);
      if (outcome.ok) onUnblocked();
      else setError(failureWords(outcome.failure));
    });
  return (
    <li className={pane.row} aria-label={user.name}>
      <Avatar person={user} />
      <span className={pane.names}>
        <span className={pane.name}>{user.name}</span>
        <span className={pane.detail}>@{user.username}</span>
        {error && <FormMessage>{error}</FormMessage>}
      </span>
      <Button className={pane.small} busy={busy} onClick={unblock}>
        {t.people.unblock}
      </Button>
    </li>
  );
}

/** Everybody I have blocked, each with the way back. */
export function BlockedPeople() {
  const { intents } = useApp();
  const [listed, setListed] = useState<Listed>(null);
  useEffect(() => {
    let shown = true;
    void intents.listBlocked().then((outcome) => {
      if (!shown) return;
      setListed(outcome.ok ? { people: outcome.value } : { error: t.errors[outcome.failure.code] });
    });
    return () => {
      shown = false;
    };
  }, [intents]);
  if (!listed) return <p className={styles.note}>{t.people.blockedLoading}</p>;
  if ("error" in listed) return <FormMessage>{listed.error}</FormMessage>;
  const { people } = listed;
  if (people.length === 0) return <p className={styles.note}>{t.people.blockedNone}</p>;
  const without = (gone: string) => setListed({ people: people.filter(({ id }) => id !== gone) });
  return (
    <ul>
      {people.map((user) => (
        <Blocked key={user.id} user={user} onUnblocked={() => without(user.id)} />
      ))}
    </ul>
  );
}
