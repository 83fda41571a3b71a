import { useApp } from "../appContext";
import { useForm } from "../hooks/useForm";
import { Button } from "../kit/Button";
import { Field } from "../kit/Field";
import { FormMessage } from "../kit/FormMessage";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import styles from "./Session.module.css";

interface LogInFormProps {
  /** What stands in the field at first. */
  knownLogin: string;
  onForgotten: () => void;
  /** The password is right, and the account waits for its confirmation. */
  onUnconfirmed: (login: string) => void;
}

export function LogInForm({ knownLogin, onForgotten, onUnconfirmed }: LogInFormProps) {
  const { intents } = useApp();
  const form = useForm({
    first: { login: knownLogin, password: "" },
    check: ({ login, password }) => ({
      ...(!login.trim() && { login: t.session.invalid.login }),
      ...(!password && { password: t.session.invalid.passwordMissing }),
    }),
    async send(input) {
      const outcome = await intents.logIn(input);
      if (outcome.ok) return;
      if (outcome.failure.code !== "auth.unconfirmed") return { form: failureWords(outcome.failure) };
      onUnconfirmed(input.login);
    },
  });
  return (
    <form className={styles.form} {...form.props}>
      <Field label={t.session.login} autoComplete="username" {...form.field("login")} />
      <Field label={t.session.password} type="password" autoComplete="current-password" {...form.field("password")} />
      <FormMessage>{form.message}</FormMessage>
      <Button type="submit" tone="primary" wide busy={form.busy}>
        {t.session.logIn}
      </Button>
      <Button tone="quiet" className={styles.forgot} onClick={onForgotten}>
        {t.recovery.forgot}
      </Button>
    </form>
  );
}
