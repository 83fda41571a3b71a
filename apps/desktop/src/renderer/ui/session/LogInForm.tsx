import { type FormEvent, useRef, useState } from "react";
import { useApp } from "../appContext";
import { useBusy } from "../hooks/useBusy";
import { useFocusFirstError } from "../hooks/useFocusFirstError";
import { Button } from "../kit/Button";
import { Field } from "../kit/Field";
import { t } from "../strings/strings";
import { FormMessage } from "./FormMessage";
import styles from "./Session.module.css";

interface LogInErrors {
  login?: string;
  password?: string;
  form?: string;
}

export function LogInForm() {
  const { intents } = useApp();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<LogInErrors>({});
  const { busy, run } = useBusy();
  const form = useRef<HTMLFormElement>(null);
  useFocusFirstError(form, errors);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      const found: LogInErrors = {};
      if (!login.trim()) found.login = t.session.invalid.login;
      if (!password) found.password = t.session.invalid.passwordMissing;
      setErrors(found);
      if (found.login || found.password) return;
      const outcome = await intents.logIn({ login, password });
      if (outcome.ok) return;
      const { code, retryAfterSeconds } = outcome.failure;
      setErrors({ form: t.withWait(t.errors[code], retryAfterSeconds) });
    });
  };

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <Field
        label={t.session.login}
        name="login"
        autoComplete="username"
        value={login}
        error={errors.login}
        onChange={(event) => setLogin(event.target.value)}
      />
      <Field
        label={t.session.password}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        error={errors.password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <FormMessage>{errors.form}</FormMessage>
      <Button type="submit" tone="primary" wide busy={busy}>
        {t.session.logIn}
      </Button>
    </form>
  );
}
