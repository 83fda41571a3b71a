import type { CallRecord, UserSummary } from "@sightline/protocol";
import { PhoneIncoming, PhoneMissed, PhoneOutgoing } from "lucide-react";
import { usePeople } from "../hooks/stores";
import { classNames } from "../kit/classNames";
import { t } from "../strings/strings";
import { clock, isoDuration, when } from "../strings/times";
import styles from "./CallHistory.module.css";

function Call({ call }: { call: CallRecord }) {
  const words = t.calls.history[call.reason][call.direction];
  const answered = call.durationSeconds !== null;
  const missed = !answered && call.direction === "incoming";
  const Icon = missed ? PhoneMissed : call.direction === "incoming" ? PhoneIncoming : PhoneOutgoing;
  const details = [t.calls.directions[call.direction], words].filter(Boolean).join(" · ");
  return (
    <li className={styles.call}>
      <Icon className={classNames(styles.icon, missed && styles.missed)} size={17} aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.kind}>{t.calls.kinds[call.kind]}</span>{" "}
        <span className={classNames(styles.detail, missed && styles.missed)}>{details}</span>
      </span>
      <span className={styles.times}>
        <time dateTime={call.startedAt}>{when(call.startedAt)}</time>
        {call.durationSeconds !== null && (
          <time className={styles.detail} dateTime={isoDuration(call.durationSeconds)}>
            {clock(call.durationSeconds)}
          </time>
        )}
      </span>
    </li>
  );
}

/** Past calls with one person, newest first. */
export function CallHistory({ user }: { user: UserSummary }) {
  const all = usePeople((people) => people.calls);
  const calls = all.filter((call) => call.peer.id === user.id);
  return (
    <section className={styles.history}>
      <h2 className={styles.title}>{t.people.history}</h2>
      {calls.length === 0 ? (
        <p className={styles.none}>{t.people.noHistoryWhy(user.name)}</p>
      ) : (
        <ul className={styles.list}>
          {calls.map((call) => (
            <Call key={call.id} call={call} />
          ))}
        </ul>
      )}
    </section>
  );
}
