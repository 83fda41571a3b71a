import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { useApp } from "../appContext";
import { useBusy } from "../hooks/useBusy";
import { useFocusFirstError } from "../hooks/useFocusFirstError";
import { Button } from "../kit/Button";
import { Field } from "../kit/Field";
import { t } from "../strings/strings";
import styles from "./Session.module.css";

interface ServerFormProps {
  /** Further buttons beside "Save". */
  children?: ReactNode;
  onSaved?: () => void;
}

/** The signaling server's address; saving it reloads the app. */
export function ServerForm({ children, onSaved }: ServerFormProps) {
  const { intents, platform } = useApp();
  const [address, setAddress] = useState(platform.serverAddress);
  const [errors, setErrors] = useState<{ address?: string }>({});
  const { busy, run } = useBusy();
  const form = useRef<HTMLFormElement>(null);
  useFocusFirstError(form, errors);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      const outcome = await intents.setServerAddress(address.trim());
      if (outcome.ok) onSaved?.();
      else if ("reason" in outcome) setErrors({ address: t.server[outcome.reason] });
      else setErrors({ address: t.withWait(t.errors[outcome.failure.code], outcome.failure.retryAfterSeconds) });
    });
  };

  return (
    <form ref={form} className={styles.serverForm} noValidate onSubmit={submit}>
      <Field
        label={t.server.label}
        hint={`${t.server.hint} ${t.server.changes}`}
        error={errors.address}
        type="url"
        inputMode="url"
        autoComplete="url"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <div className={styles.actions}>
        {children}
        <Button type="submit" tone="primary" busy={busy}>
          {t.actions.save}
        </Button>
      </div>
    </form>
  );
}
