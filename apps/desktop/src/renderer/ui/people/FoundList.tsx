import type { UserSummary } from "@sightline/protocol";
import type { KeyboardEvent, RefObject } from "react";
import { Avatar } from "../kit/Avatar";
import { nextItem } from "../kit/menuMove";
import { t } from "../strings/strings";
import styles from "./FoundList.module.css";
import pane from "./PeoplePane.module.css";

interface FoundListProps {
  people: readonly UserSummary[];
  list: RefObject<HTMLUListElement | null>;
  onPick: (user: UserSummary) => void;
  /** Escape: back to the field. */
  onLeave: () => void;
}

/** Those who were found, where they are several. Arrow keys, Home and End lead through them. */
export function FoundList({ people, list, onPick, onLeave }: FoundListProps) {
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") return onLeave();
    const all = [...(list.current?.querySelectorAll("button") ?? [])];
    const next = nextItem(event.key, all.indexOf(document.activeElement as HTMLButtonElement), all.length);
    if (next === null) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return (
    <ul ref={list} className={styles.list} aria-label={t.people.found}>
      {people.map((user) => (
        <li key={user.id}>
          <button type="button" className={pane.person} onClick={() => onPick(user)} onKeyDown={press}>
            <Avatar person={user} />
            <span className={pane.names}>
              <span className={pane.name}>{user.name}</span> <span className={pane.detail}>@{user.username}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
