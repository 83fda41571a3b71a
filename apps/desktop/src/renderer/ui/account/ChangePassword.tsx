import { type Failure, useApp } from "../appContext";
import { useServer, useSession } from "../hooks/stores";
import { useForm } from "../hooks/useForm";
import { Field } from "../kit/Field";
import { FormMessage } from "../kit/FormMessage";
import { NewPasswordField } from "../kit/NewPasswordField";
import { checkNewPassword, newPasswordRefusal } from "../session/formErrors";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import styles from "./Credentials.module.css";
import { FormActions } from "./FormActions";
import { checkSecondStep, SecondStepField, secondStepCode } from "./twoFactor/proof";

function refusalAt(failure: Failure) {
  if (failure.code === "auth.invalidCredentials") return { current: t.credentials.currentWrong };
  if (failure.code === "auth.invalidCode") return { code: failureWords(failure) };
  return newPasswordRefusal(failure) ?? { form: failureWords(failure) };
}

interface ChangePasswordProps {
  codeNeeded: boolean;
  onDone: (said: string) => void;
  onCancel: () => void;
}

/** The current password, and the new one twice. */
export function ChangePassword({ codeNeeded, onDone, onCancel }: ChangePasswordProps) {
  const { intents } = useApp();
  const me = useSession((session) => session.me);
  const minLength = useServer((server) => server.passwordMinLength);
  const { props, field, message, busy } = useForm({
    first: { current: "", code: "", password: "", repeat: "" },
    check: (input) => ({
      ...(input.current === "" && { current: t.credentials.currentMissing }),
      ...checkSecondStep(input, codeNeeded),
      ...checkNewPassword(input, minLength),
    }),
    async send({ current, code, password }) {
      const outcome = await intents.changePassword({ current, code: secondStepCode(code), password });
      if (!outcome.ok) return refusalAt(outcome.failure);
      onDone(t.credentials.passwordDone);
    },
    takesFocus: true,
  });
  if (!me) return null;
  return (
    <form className={styles.form} {...props}>
      <p className={styles.why}>{t.credentials.passwordWhy}</p>
      {/* For password managers, which keep a password under a name. */}
      <input type="text" autoComplete="username" value={me.username} readOnly hidden />
      <Field label={t.credentials.current} type="password" autoComplete="current-password" {...field("current")} />
      <SecondStepField needed={codeNeeded} {...field("code")} />
      <NewPasswordField label={t.recovery.newPassword} owner={me} {...field("password")} />
      <Field label={t.recovery.repeat} type="password" autoComplete="new-password" {...field("repeat")} />
      <FormMessage>{message}</FormMessage>
      <FormActions action={t.credentials.changePassword} busy={busy} onCancel={onCancel} />
    </form>
  );
}
