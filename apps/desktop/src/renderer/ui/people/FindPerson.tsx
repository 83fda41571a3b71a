import { type FormEvent, useId } from "react";
import { Button } from "../kit/Button";
import { SearchInput } from "../kit/SearchInput";
import { t } from "../strings/strings";
import text from "../styles/text.module.css";
import styles from "./FindPerson.module.css";
import { FoundPerson } from "./FoundPerson";
import { useFind } from "./useFind";

/** Finds somebody by their exact username and asks them for contact. */
export function FindPerson() {
  const { username, user, error, busy, type, find, clear, fail } = useFind();
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find();
  };
  return (
    <search className={styles.find}>
      <form className={styles.form} noValidate onSubmit={submit}>
        <label htmlFor={id} className={text.hidden}>
          {t.people.findLabel}
        </label>
        <SearchInput
          id={id}
          className={styles.box}
          placeholder={t.people.findLabel}
          value={username}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-error`}
          onQuery={type}
        />
        <Button type="submit" busy={busy} className={styles.button}>
          {t.people.find}
        </Button>
      </form>
      <p id={`${id}-error`} className={styles.error} role="status">
        {error}
      </p>
      {user && <FoundPerson key={user.id} user={user} onDone={clear} onFail={fail} />}
    </search>
  );
}
