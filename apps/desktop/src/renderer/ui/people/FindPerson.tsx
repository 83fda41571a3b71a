import type { UserSummary } from "@sightline/protocol";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "../kit/Button";
import { classNames } from "../kit/classNames";
import { SearchInput } from "../kit/SearchInput";
import { t } from "../strings/strings";
import text from "../styles/text.module.css";
import styles from "./FindPerson.module.css";
import { FoundList } from "./FoundList";
import { FoundPerson } from "./FoundPerson";
import { useFind } from "./useFind";

/** More than the longest address has. */
const LONGEST = 300;

/** Finds people by what the server lets them be found by, and asks them for contact. */
export function FindPerson() {
  const { directory, query, found, said, busy, type, submit, clear, fail, pick } = useFind();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const [picked, setPicked] = useState<UserSummary | null>(null);
  const id = useId();
  // The row that was picked is gone and the focus with it: on to what can be done next.
  useEffect(() => {
    if (picked) [...(card.current?.querySelectorAll("button") ?? [])].at(-1)?.focus();
  }, [picked]);
  const choose = (user: UserSummary) => {
    pick(user);
    setPicked(user);
  };
  const press = (event: KeyboardEvent) => {
    const first = event.key === "ArrowDown" ? list.current?.querySelector("button") : null;
    if (!first) return;
    event.preventDefault();
    first.focus();
  };
  const backToField = () => field.current?.focus();
  const done = () => {
    clear();
    setPicked(null);
    backToField();
  };
  const [only] = found;
  return (
    <search className={styles.find}>
      <form className={styles.form} noValidate onSubmit={submit}>
        <label htmlFor={id} className={text.hidden}>
          {t.people.findLabel}
        </label>
        <SearchInput
          field={field}
          id={id}
          className={styles.box}
          placeholder={t.people.findBy[directory]}
          value={query}
          maxLength={LONGEST}
          aria-invalid={said?.tone === "error" ? true : undefined}
          aria-describedby={`${id}-said`}
          onQuery={type}
          onKeyDown={press}
        />
        <Button type="submit" busy={busy} className={styles.button}>
          {t.people.find}
        </Button>
      </form>
      <p id={`${id}-said`} className={classNames(styles.said, said?.tone === "error" && styles.error)} role="status">
        {said?.words}
      </p>
      {found.length > 1 && <FoundList people={found} list={list} onPick={choose} onLeave={backToField} />}
      <div ref={card}>
        {only && found.length === 1 && <FoundPerson key={only.id} user={only} onDone={done} onFail={fail} />}
      </div>
    </search>
  );
}
