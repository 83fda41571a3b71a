import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, type ReactNode, useId, useState } from "react";
import { t } from "../strings/strings";
import { classNames } from "./classNames";
import styles from "./Field.module.css";

interface FieldProps extends Omit<ComponentProps<"input">, "id"> {
  label: string;
  hint?: string;
  /** Takes the place of the hint, so that nothing moves. */
  error?: string | null;
  /** Between the input and its line. */
  below?: ReactNode;
}

/** Labelled text input with its hint or error in a line that is always there. */
export function Field({ label, hint, error, type = "text", className, below, ...input }: FieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const secret = type === "password";
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.box}>
        <input
          {...input}
          id={id}
          type={secret && shown ? "text" : type}
          className={classNames(styles.input, secret && styles.secret)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? `${id}-note` : undefined}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
        />
        {secret && (
          <button
            type="button"
            className={styles.reveal}
            aria-label={shown ? t.session.hidePassword : t.session.showPassword}
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOff size={18} aria-hidden="true" /> : <Eye size={18} aria-hidden="true" />}
          </button>
        )}
      </div>
      {below}
      <p id={`${id}-note`} className={classNames(styles.note, error && styles.error)}>
        {error ?? hint}
      </p>
    </div>
  );
}
