import type { ReactNode } from "react";
import { useApp } from "../appContext";
import { useForm } from "../hooks/useForm";
import { Button } from "../kit/Button";
import { Field } from "../kit/Field";
import { failureWords } from "../strings/failureWords";
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
  const form = useForm({
    first: { address: platform.serverAddress },
    async send({ address }) {
      const outcome = await intents.setServerAddress(address.trim());
      if (!outcome.ok)
        return { address: "reason" in outcome ? t.server[outcome.reason] : failureWords(outcome.failure) };
      onSaved?.();
    },
  });
  return (
    <form className={styles.serverForm} {...form.props}>
      <Field
        label={t.server.label}
        hint={`${t.server.hint} ${t.server.changes}`}
        type="url"
        inputMode="url"
        autoComplete="url"
        {...form.field("address")}
      />
      <div className={styles.actions}>
        {children}
        <Button type="submit" tone="primary" busy={form.busy}>
          {t.actions.save}
        </Button>
      </div>
    </form>
  );
}
