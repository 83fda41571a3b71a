import { Check, Minus, TriangleAlert, X } from "lucide-react";
import type { CheckName, Finding, Progress } from "../../doctor/checkUp";
import type { Grade } from "../../doctor/diagnosis";
import { classNames } from "../kit/classNames";
import { Spinner } from "../kit/Spinner";
import { t } from "../strings/strings";
import styles from "./DoctorDialog.module.css";

const icons = { fine: Check, neutral: Minus, warning: TriangleAlert, fault: X };

interface CheckRowProps {
  name: CheckName;
  progress: Progress;
  /** Null while other checks run, in whose light it is graded. */
  grade: Grade | null;
}

function wordsOf({ outcome, ms, each }: Finding): string {
  const fine = each?.filter((one) => one.outcome === "fine").length ?? 0;
  return [
    t.doctor.outcomes[outcome],
    each && fine < each.length && t.doctor.ofSeveral(fine, each.length),
    ms !== null && t.doctor.milliseconds(ms),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** One check, how it goes and what came of it. */
export function CheckRow({ name, progress, grade }: CheckRowProps) {
  const done = typeof progress === "object";
  const shown = grade ?? (done && progress.outcome === "fine" ? "fine" : "neutral");
  const Icon = icons[shown];
  return (
    <li className={styles.check} data-grade={done ? shown : progress}>
      <span className={classNames(styles.mark, done && styles[shown])}>
        {progress === "running" && <Spinner />}
        {done && <Icon size={16} role="img" aria-label={t.doctor.grades[shown]} />}
      </span>
      <span>{t.doctor.checks[name]}</span>
      <span className={styles.outcome}>{done ? wordsOf(progress) : t.doctor[progress]}</span>
    </li>
  );
}
