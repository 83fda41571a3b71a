import { Button } from "../kit/Button";
import { t } from "../strings/strings";
import styles from "./FormActions.module.css";

interface FormActionsProps {
  /** The word on the button that sends the form. */
  action: string;
  busy: boolean;
  onCancel: () => void;
}

/** Below a form that has opened in the account dialog. */
export function FormActions({ action, busy, onCancel }: FormActionsProps) {
  return (
    <div className={styles.actions}>
      <Button onClick={onCancel}>{t.actions.cancel}</Button>
      <Button type="submit" tone="primary" busy={busy}>
        {action}
      </Button>
    </div>
  );
}
