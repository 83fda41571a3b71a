import { useEffect, useRef } from "react";
import { t } from "../strings/strings";
import styles from "./DoctorDialog.module.css";

/** For browsers that refuse the clipboard: the report, selected, to be copied by hand. */
export function ReportText({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <label className={styles.report}>
      <span>{t.doctor.report}</span>
      <span className={styles.hint}>{t.doctor.notCopied}</span>
      <textarea ref={field} readOnly rows={8} value={text} />
    </label>
  );
}
