import { CircleCheck, LoaderCircle, OctagonX, TriangleAlert } from "lucide-react";
import type { CheckName, Progress } from "../../doctor/checkUp";
import type { Verdict, VerdictKey } from "../../doctor/diagnosis";
import { type AppContext, useApp } from "../appContext";
import { classNames } from "../kit/classNames";
import { t } from "../strings/strings";
import text from "../styles/text.module.css";
import styles from "./DoctorDialog.module.css";

const icons = { fine: CircleCheck, warning: TriangleAlert, fault: OctagonX, running: LoaderCircle };

function sentenceOf(key: VerdictKey, platform: AppContext["platform"]): string {
  if (key === "microphoneBlocked" || key === "cameraBlocked") {
    const device = key === "cameraBlocked" ? "camera" : "microphone";
    return `${t.deviceProblems.titles.blocked(device)}: ${t.deviceProblems.fixes.blocked(device, platform)}`;
  }
  return t.doctor.verdicts[key];
}

interface VerdictBoxProps {
  checks: Readonly<Record<CheckName, Progress>>;
  /** Null while checks run. */
  verdict: Verdict | null;
}

/** What is wrong and what to do, in one sentence. Screen readers say it as soon as it is known. */
export function VerdictBox({ checks, verdict }: VerdictBoxProps) {
  const { platform } = useApp();
  const states = Object.values(checks);
  const done = states.filter((state) => typeof state === "object").length;
  const tone = verdict?.severity ?? "running";
  const Icon = icons[tone];
  return (
    <div className={classNames(styles.verdict, styles[tone])}>
      <Icon className={styles.icon} size={20} aria-hidden="true" />
      {/* It is there before it has words: only then do screen readers say them. */}
      <p role="status" className={verdict ? undefined : text.hidden}>
        {verdict && sentenceOf(verdict.key, platform)}
      </p>
      {!verdict && <p>{t.doctor.checking(done, states.length)}</p>}
    </div>
  );
}
