import { invitationIn } from "../../../shared/secretLink";
import { useApp } from "../appContext";
import { useServer } from "../hooks/stores";
import { useForm } from "../hooks/useForm";
import { Button } from "../kit/Button";
import { Field } from "../kit/Field";
import { FormMessage } from "../kit/FormMessage";
import { NewPasswordField } from "../kit/NewPasswordField";
import { t } from "../strings/strings";
import { checkSignUp, type SignUpInput, signUpRefusal } from "./formErrors";
import styles from "./Session.module.css";

const empty: SignUpInput = { name: "", username: "", email: "", password: "", repeat: "", invitation: "" };

/** @param props.onUnconfirmed the account waits for a mail to be answered */
export function SignUpForm({ onUnconfirmed }: { onUnconfirmed: (login: string) => void }) {
  const { intents } = useApp();
  const server = useServer((state) => state);
  const { props, field, input, message, busy } = useForm({
    // Who came by the link need not paste it.
    first: { ...empty, invitation: server.invitation ?? "" },
    check: (given) => checkSignUp(given, server),
    async send({ name, username, email, password, invitation: text }) {
      const invitation = invitationIn(text);
      const account = { name, username, email, password };
      const outcome = await intents.signUp({ ...account, ...(invitation !== null && { invitation }) });
      if (outcome.ok) return;
      if (outcome.failure.code !== "auth.unconfirmed") return signUpRefusal(outcome.failure);
      onUnconfirmed(email);
    },
  });
  return (
    <form className={styles.form} {...props}>
      {server.signUp !== "open" && server.invitation === null && (
        <Field
          label={t.invitations.field}
          hint={t.invitations.fieldHint}
          autoComplete="off"
          type="url"
          {...field("invitation")}
        />
      )}
      <Field label={t.session.name} hint={t.session.nameHint} autoComplete="name" {...field("name")} />
      <Field label={t.session.username} hint={t.session.usernameHint} autoComplete="username" {...field("username")} />
      <Field
        label={t.session.email}
        hint={server.signUpDomains.length > 0 ? t.invitations.domains(server.signUpDomains) : t.session.emailHint}
        type="email"
        inputMode="email"
        autoComplete="email"
        {...field("email")}
      />
      <NewPasswordField label={t.session.password} owner={input} {...field("password")} />
      <Field label={t.session.repeatPassword} type="password" autoComplete="new-password" {...field("repeat")} />
      <FormMessage>{message}</FormMessage>
      <Button type="submit" tone="primary" wide busy={busy}>
        {t.session.createAccount}
      </Button>
    </form>
  );
}
