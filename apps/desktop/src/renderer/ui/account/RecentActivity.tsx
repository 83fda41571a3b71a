import type { Activity } from "@sightline/protocol";
import { useState } from "react";
import type { Answered } from "../hooks/useAnswer";
import { Button } from "../kit/Button";
import { classNames } from "../kit/classNames";
import { t } from "../strings/strings";
import { when } from "../strings/times";
import { Loaded } from "./Loaded";
import styles from "./RecentActivity.module.css";

/** Lines shown before somebody asks for more. */
const FIRST = 5;

const alarming = new Set<Activity["kind"]>(["logInFailed", "twoFactorFailed"]);

function Line({ activity: { kind, at, device } }: { activity: Activity }) {
  return (
    <li className={styles.line}>
      <span className={styles.words}>
        <span className={classNames(styles.kind, alarming.has(kind) && styles.alarming)}>{t.security.kinds[kind]}</span>
        {device && <span className={styles.device}>{device}</span>}
      </span>
      <time className={styles.time} dateTime={at}>
        {when(at)}
      </time>
    </li>
  );
}

function Lines({ activities }: { activities: readonly Activity[] }) {
  const [all, setAll] = useState(false);
  if (activities.length === 0) return <p className={styles.why}>{t.security.noActivity}</p>;
  return (
    <>
      <ul className={styles.list}>
        {activities.slice(0, all ? undefined : FIRST).map((activity, index) => (
          <Line key={`${activity.at} ${activity.kind} ${index}`} activity={activity} />
        ))}
      </ul>
      {!all && activities.length > FIRST && (
        <Button tone="quiet" className={styles.more} onClick={() => setAll(true)}>
          {t.security.showAll(activities.length)}
        </Button>
      )}
    </>
  );
}

interface RecentActivityProps {
  answer: Answered<readonly Activity[]>;
  again: () => void;
}

/** What happened to the account, so that its person can see what was not them. */
export function RecentActivity({ answer, again }: RecentActivityProps) {
  return (
    <>
      <p className={styles.why}>{t.security.activityWhy}</p>
      <Loaded answer={answer} again={again}>
        {(activities) => <Lines activities={activities} />}
      </Loaded>
    </>
  );
}
