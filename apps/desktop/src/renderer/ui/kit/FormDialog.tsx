import { type ReactNode, useId } from "react";
import type { Form } from "../hooks/useForm";
import { t } from "../strings/strings";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import styles from "./FormDialog.module.css";
import { FormMessage } from "./FormMessage";

interface FormDialogProps<Name extends string> {
  title: string;
  why?: string;
  /** The word on the button that sends it. */
  action: string;
  danger?: boolean;
  form: Form<Name>;
  onClose: () => void;
  /** The fields. */
  children: ReactNode;
}

/** A form of few fields in a dialog of its own. */
export function FormDialog<Name extends string>(props: FormDialogProps<Name>) {
  const { title, why, action, danger = false, form, onClose, children } = props;
  const id = useId();
  return (
    <Dialog
      title={title}
      description={why}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.actions.cancel}</Button>
          <Button type="submit" form={id} tone={danger ? "danger" : "primary"} busy={form.busy}>
            {action}
          </Button>
        </>
      }
    >
      <form id={id} className={styles.form} {...form.props}>
        {children}
        <FormMessage>{form.message}</FormMessage>
      </form>
    </Dialog>
  );
}
