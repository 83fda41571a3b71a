import { ClipboardCheck, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { checkNames } from "../../doctor/checkUp";
import { useApp } from "../appContext";
import { useDoctor } from "../hooks/stores";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { t } from "../strings/strings";
import { CheckRow } from "./CheckRow";
import styles from "./DoctorDialog.module.css";
import { ReportText } from "./ReportText";
import { VerdictBox } from "./VerdictBox";

/** Looks at everything a call needs, as soon as it is opened. */
export function DoctorDialog({ onClose }: { onClose: () => void }) {
  const { intents } = useApp();
  const { checks, result } = useDoctor((doctor) => doctor);
  const [copied, setCopied] = useState<boolean | null>(null);
  const check = () => {
    setCopied(null);
    intents.checkConnection();
  };
  useEffect(() => {
    intents.checkConnection();
    return () => intents.stopCheck();
  }, [intents]);
  const footer = (
    <>
      <Button
        icon={copied ? <ClipboardCheck size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}
        disabled={!result}
        onClick={() => void intents.copyReport().then(setCopied)}
      >
        {copied ? t.doctor.copied : t.doctor.copy}
      </Button>
      <Button tone="primary" busy={!result} onClick={check}>
        {t.doctor.again}
      </Button>
    </>
  );
  return (
    <Dialog title={t.doctor.title} size="medium" onClose={onClose} footer={footer}>
      <VerdictBox checks={checks} verdict={result?.verdict ?? null} />
      <ul className={styles.list} aria-label={t.doctor.list}>
        {checkNames.map((name) => (
          <CheckRow key={name} name={name} progress={checks[name]} grade={result?.grades[name] ?? null} />
        ))}
      </ul>
      {result && copied === false && <ReportText text={result.report} />}
      <p className={styles.hint}>{t.doctor.reportHint}</p>
    </Dialog>
  );
}
