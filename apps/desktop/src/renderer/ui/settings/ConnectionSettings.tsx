import { Stethoscope } from "lucide-react";
import { Button } from "../kit/Button";
import { t } from "../strings/strings";
import styles from "./Settings.module.css";

/** The door to the check of the connection. */
export function ConnectionSettings({ onCheck }: { onCheck: () => void }) {
  return (
    <div className={styles.devices}>
      <p className={styles.note}>{t.doctor.why}</p>
      <Button icon={<Stethoscope size={16} aria-hidden="true" />} onClick={onCheck}>
        {t.doctor.open}
      </Button>
    </div>
  );
}
