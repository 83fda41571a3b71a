import { type FormEvent, useRef, useState } from "react";
import { useApp } from "../appContext";
import { useBusy } from "../hooks/useBusy";
import { useFocusFirstError } from "../hooks/useFocusFirstError";
import { Button } from "../kit/Button";
import { Field } from "../kit/Field";
import { t } from "../strings/strings";
import { type SignUpErrors, type SignUpInput, checkSignUp, signUpRefusal } from "./formErrors";
import { FormMessage } from "./FormMessage";
import styles from "./Session.module.css";

const empty: SignUpInput = { name: "", username: "", email: "", password: "", repeat: "" };

export function SignUpForm() {
  const { intents } = useApp();
  const [input, setInput] = useState(empty);
  const [errors, setErrors] = useState<SignUpErrors>({});
  const { busy, run } = useBusy();
  const form = useRef<HTMLFormElement>(null);
  useFocusFirstError(form, errors);

  const field = (name: keyof SignUpInput) => ({
    name,
    value: input[name],
    error: errors[name],
    onChange: (event: { target: { value: string } }) => setInput({ ...input, [name]: event.target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      const found = checkSignUp(input);
      setErrors(found);
      if (Object.keys(found).length > 0) return;
      const { repeat: _, ...account } = input;
      const outcome = await intents.signUp(account);
      if (!outcome.ok) setErrors(signUpRefusal(outcome.failure));
    });
  };

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <Field label={t.session.name} hint={t.session.nameHint} autoComplete="name" {...field("name")} />
      <Field label={t.session.username} hint={t.session.usernameHint} autoComplete="username" {...field("username")} />
      <Field
        label={t.session.email}
        hint={t.session.emailHint}
        type="email"
        inputMode="email"
        autoComplete="email"
        {...field("email")}
      />
      <div className={styles.pair}>
        <Field
          label={t.session.password}
          hint={t.session.passwordHint}
          type="password"
          autoComplete="new-password"
          {...field("password")}
        />
        <Field label={t.session.repeatPassword} type="password" autoComplete="new-password" {...field("repeat")} />
      </div>
      <FormMessage>{errors.form}</FormMessage>
      <Button type="submit" tone="primary" wide busy={busy}>
        {t.session.createAccount}
      </Button>
    </form>
  );
}
