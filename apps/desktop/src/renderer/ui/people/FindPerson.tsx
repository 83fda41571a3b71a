import { type UserSummary, username as usernameSchema } from "@sightline/protocol";
import { Search, X } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { type Failure, useApp } from "../appContext";
import { usePeople, useSession } from "../hooks/stores";
import { useBusy } from "../hooks/useBusy";
import { Avatar } from "../kit/Avatar";
import { Button } from "../kit/Button";
import { classNames } from "../kit/classNames";
import { IconButton } from "../kit/IconButton";
import { t } from "../strings/strings";
import text from "../styles/text.module.css";
import styles from "./FindPerson.module.css";
import pane from "./PeoplePane.module.css";

function words({ code, retryAfterSeconds }: Failure): string {
  return code === "input.invalid" ? t.people.findUsernameInvalid : t.withWait(t.errors[code], retryAfterSeconds);
}

interface FoundProps {
  user: UserSummary;
  onDone: () => void;
  onFail: (message: string) => void;
}

function Found({ user, onDone, onFail }: FoundProps) {
  const { intents } = useApp();
  const me = useSession((session) => session.me);
  const known = usePeople((people) => people.contacts.find((contact) => contact.user.id === user.id));
  const { busy, run } = useBusy();
  const request = () =>
    run(async () => {
      const outcome = await intents.requestContact(user.username);
      if (outcome.ok) onDone();
      else onFail(words(outcome.failure));
    });
  const open = () => {
    intents.selectPerson(user.id);
    onDone();
  };
  return (
    <div className={classNames(pane.row, pane.request)} role="group" aria-label={t.people.found}>
      <Avatar person={user} />
      <span className={pane.names}>
        <span className={pane.name}>{user.name}</span>
        <span className={pane.detail}>@{user.username}</span>
      </span>
      <IconButton label={t.actions.dismiss} icon={<X size={16} aria-hidden="true" />} onClick={onDone} />
      {user.id === me?.id && <span className={pane.detail}>{t.people.you}</span>}
      {known?.state === "outgoing" && <span className={pane.detail}>{t.people.waiting}</span>}
      {known?.state === "accepted" && (
        <span className={pane.actions}>
          <Button className={pane.small} onClick={open}>
            {t.actions.open}
          </Button>
        </span>
      )}
      {user.id !== me?.id && (!known || known.state === "incoming") && (
        <span className={pane.actions}>
          <Button tone="primary" className={pane.small} busy={busy} onClick={request}>
            {t.actions.addPerson}
          </Button>
        </span>
      )}
    </div>
  );
}

/** Finds somebody by their exact username and asks them for contact. */
export function FindPerson() {
  const { intents } = useApp();
  const id = useId();
  const [username, setUsername] = useState("");
  const [user, setUser] = useState<UserSummary | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { busy, run } = useBusy();

  const find = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      setUser(null);
      const checked = usernameSchema.safeParse(username);
      if (!checked.success) return setError(t.people.findUsernameInvalid);
      const outcome = await intents.findUser(checked.data);
      setError(outcome.ok ? null : words(outcome.failure));
      if (outcome.ok) setUser(outcome.value);
    });
  };
  const done = () => {
    setUser(null);
    setUsername("");
    setError(null);
  };

  return (
    <search className={styles.find}>
      <form className={styles.form} noValidate onSubmit={find}>
        <label htmlFor={id} className={text.hidden}>
          {t.people.findLabel}
        </label>
        <div className={styles.box}>
          <Search className={styles.icon} size={16} aria-hidden="true" />
          <input
            id={id}
            className={styles.input}
            placeholder={t.people.findLabel}
            value={username}
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="search"
            aria-invalid={error ? true : undefined}
            aria-describedby={`${id}-error`}
            onChange={(event) => {
              setUsername(event.target.value);
              setError(null);
            }}
          />
        </div>
        <Button type="submit" busy={busy} className={styles.button}>
          {t.people.find}
        </Button>
      </form>
      <p id={`${id}-error`} className={styles.error} role="status">
        {error}
      </p>
      {user && <Found key={user.id} user={user} onDone={done} onFail={setError} />}
    </search>
  );
}
