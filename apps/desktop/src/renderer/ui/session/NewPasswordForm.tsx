import { email as emailSchema } from "@sightline/protocol";
import { type Failure, useApp } from "../appContext";
import { useServer } from "../hooks/stores";
import { useForm } from "../hooks/useForm";
import { Button } from "../kit/Button";
import { Field } from "../kit/Field";
import { FormMessage } from "../kit/FormMessage";
import { NewPasswordField } from "../kit/NewPasswordField";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import { checkNewPassword, newPasswordRefusal } from "./formErrors";
import { checkMailedCode, MailedCodeField, mailedCodeRefusal } from "./MailedCodeField";
import styles from "./Session.module.css";

/** What is known of the mail: the address it went to, or the secret of the link that was opened. */
export type MailedTo = { readonly email: string } | { readonly token: string };

function refusalAt(failure: Failure, byCode: boolean) {
  const refused = newPasswordRefusal(failure);
  if (refused) return refused;
  return byCode
    ? mailedCodeRefusal(failure)
    : { form: failureWords(failure, { "proof.invalid": t.recovery.linkVoid }) };
}

/** The code of the mail, where its link was not opened, and the new password. */
export function NewPasswordForm({ mailed, onDone }: { mailed: MailedTo; onDone: () => void }) {
  const { intents } = useApp();
  const minLength = useServer((server) => server.passwordMinLength);
  const byCode = "email" in mailed;
  const email = byCode ? emailSchema.parse(mailed.email) : "";
  const { props, field, message, busy } = useForm({
    first: { code: "", password: "", repeat: "" },
    check: (input) => ({
      ...(byCode && checkMailedCode(input)),
      ...checkNewPassword(input, minLength),
    }),
    async send({ code, password }) {
      const outcome = await intents.resetPassword(byCode ? { email, code } : mailed, password);
      if (!outcome.ok) return refusalAt(outcome.failure, byCode);
      onDone();
    },
  });
  return (
    <form className={styles.form} {...props}>
      {byCode && (
        <>
          {/* For password managers, which keep a password under a name. */}
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <MailedCodeField {...field("code")} />
        </>
      )}
      <NewPasswordField
        label={t.recovery.newPassword}
        owner={{ name: "", username: "", email }}
        {...field("password")}
      />
      <Field label={t.recovery.repeat} type="password" autoComplete="new-password" {...field("repeat")} />
      <FormMessage>{message}</FormMessage>
      <Button type="submit" tone="primary" wide busy={busy}>
        {t.recovery.set}
      </Button>
    </form>
  );
}
