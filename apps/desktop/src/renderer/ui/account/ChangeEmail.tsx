import { email as emailSchema } from "@sightline/protocol";
import { useState } from "react";
import { type Failure, useApp } from "../appContext";
import { useSession } from "../hooks/stores";
import { type FormErrors, type FormInput, useForm } from "../hooks/useForm";
import { Field } from "../kit/Field";
import { FormMessage } from "../kit/FormMessage";
import { checkMailedCode, MailedCodeField, mailedCodeRefusal } from "../session/MailedCodeField";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import styles from "./Credentials.module.css";
import { FormActions } from "./FormActions";
import { checkSecondStep, SecondStepField, secondStepCode } from "./twoFactor/proof";

interface ChangeEmailProps {
  /** The address one has, to be proved; without it another one is asked for. */
  own?: string | undefined;
  codeNeeded: boolean;
  onDone: (said: string) => void;
  onCancel: () => void;
}

type Names = "email" | "password" | "code";

function checkAsk({ email, password }: FormInput<Names>, now: string | undefined): FormErrors<Names> {
  const errors: FormErrors<Names> = {};
  const parsed = emailSchema.safeParse(email);
  if (!parsed.success) errors.email = t.session.invalid.email;
  else if (parsed.data === now) errors.email = t.credentials.emailSame;
  if (password === "") errors.password = t.credentials.currentMissing;
  return errors;
}

/** @param asksEmail is there a field for the address? */
function askRefusal(failure: Failure, asksEmail: boolean): FormErrors<Names> {
  const { code } = failure;
  if (code === "auth.invalidCredentials") return { password: t.credentials.currentWrong };
  if (code === "auth.invalidCode") return { code: failureWords(failure) };
  return code === "signUp.domain" && asksEmail ? { email: t.errors[code] } : { form: failureWords(failure) };
}

function codeRefusal(failure: Failure): FormErrors<"code"> {
  return failure.code === "auth.taken" ? { form: t.credentials.emailTaken } : mailedCodeRefusal(failure);
}

interface AskStepProps extends Pick<ChangeEmailProps, "own" | "codeNeeded" | "onCancel"> {
  onSent: (email: string) => void;
}

function AskStep({ own, codeNeeded, onSent, onCancel }: AskStepProps) {
  const { intents } = useApp();
  const now = useSession((session) => session.me?.email);
  const form = useForm({
    first: { email: own ?? "", password: "", code: "" },
    check: (input) => ({
      ...checkAsk(input, own === undefined ? now : undefined),
      ...checkSecondStep(input, codeNeeded),
    }),
    async send({ code, ...input }) {
      const outcome = await intents.askEmailChange({ ...input, code: secondStepCode(code) });
      if (!outcome.ok) return askRefusal(outcome.failure, own === undefined);
      onSent(input.email);
    },
    takesFocus: true,
  });
  return (
    <form className={styles.form} {...form.props}>
      <p className={styles.why}>{own === undefined ? t.credentials.emailWhy : t.credentials.proveWhy(own)}</p>
      {own === undefined && (
        <Field
          label={t.credentials.newEmail}
          type="email"
          inputMode="email"
          autoComplete="email"
          {...form.field("email")}
        />
      )}
      <Field
        label={t.credentials.current}
        type="password"
        autoComplete="current-password"
        {...form.field("password")}
      />
      <SecondStepField needed={codeNeeded} {...form.field("code")} />
      <FormMessage>{form.message}</FormMessage>
      <FormActions action={t.credentials.sendCode} busy={form.busy} onCancel={onCancel} />
    </form>
  );
}

function CodeStep({ email, onDone, onCancel }: Pick<ChangeEmailProps, "onDone" | "onCancel"> & { email: string }) {
  const { intents } = useApp();
  const form = useForm({
    first: { code: "" },
    check: checkMailedCode,
    async send({ code }) {
      const outcome = await intents.confirmEmail({ code });
      if (!outcome.ok) return codeRefusal(outcome.failure);
      onDone(t.credentials.emailDone(email));
    },
    takesFocus: true,
  });
  return (
    <form className={styles.form} {...form.props}>
      <p className={styles.why} role="status">
        {t.credentials.emailSent(email)}
      </p>
      <MailedCodeField {...form.field("code")} />
      <FormMessage>{form.message}</FormMessage>
      <FormActions action={t.credentials.confirm} busy={form.busy} onCancel={onCancel} />
    </form>
  );
}

/** The address with the password, then the code that was mailed there. */
export function ChangeEmail({ own, codeNeeded, onDone, onCancel }: ChangeEmailProps) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo === null) return <AskStep own={own} codeNeeded={codeNeeded} onSent={setSentTo} onCancel={onCancel} />;
  return <CodeStep email={sentTo} onDone={onDone} onCancel={onCancel} />;
}
