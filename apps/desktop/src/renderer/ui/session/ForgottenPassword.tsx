import { email as emailSchema } from "@sightline/protocol";
import { type ReactNode, useState } from "react";
import { useApp } from "../appContext";
import { useMailedLink } from "../hooks/stores";
import { useForm } from "../hooks/useForm";
import { Button } from "../kit/Button";
import { Field } from "../kit/Field";
import { FormMessage } from "../kit/FormMessage";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import { Heading } from "./Heading";
import { NewPasswordForm } from "./NewPasswordForm";
import { SendAgain } from "./SendAgain";
import styles from "./Session.module.css";

function AskForm({ onSent }: { onSent: (email: string) => void }) {
  const { intents } = useApp();
  const form = useForm({
    first: { email: "" },
    check: ({ email }) => (emailSchema.safeParse(email).success ? {} : { email: t.session.invalid.email }),
    async send({ email }) {
      const outcome = await intents.askPasswordReset(email);
      if (!outcome.ok) return { form: failureWords(outcome.failure) };
      onSent(email);
    },
  });
  return (
    <form className={styles.form} {...form.props}>
      <Field
        label={t.session.email}
        hint={t.recovery.emailHint}
        type="email"
        inputMode="email"
        autoComplete="email"
        {...form.field("email")}
      />
      <FormMessage>{form.message}</FormMessage>
      <Button type="submit" tone="primary" wide busy={form.busy}>
        {t.recovery.send}
      </Button>
    </form>
  );
}

interface StepProps {
  title: string;
  why: string;
  children: ReactNode;
}

function Step({ title, why, children }: StepProps) {
  return (
    <>
      <Heading>{title}</Heading>
      <p className={styles.promise} role="status">
        {why}
      </p>
      {children}
    </>
  );
}

interface ForgottenPasswordProps {
  /** `email`: where it is known, to log in with. */
  onDone: (email: string) => void;
  onBack: () => void;
}

/** From "Forgot your password?", or from the link of a mail, to a new password. */
export function ForgottenPassword({ onDone, onBack }: ForgottenPasswordProps) {
  const { intents } = useApp();
  const link = useMailedLink();
  const [email, setEmail] = useState<string | null>(null);
  const askAnew = () => {
    setEmail(null);
    intents.forgetMailedLink();
  };
  const back = (
    <Button tone="quiet" className={styles.inline} onClick={onBack}>
      {t.recovery.back}
    </Button>
  );
  if (link?.purpose === "reset") {
    return (
      <Step key="link" title={t.recovery.newTitle} why={t.recovery.byLink}>
        <NewPasswordForm mailed={link} onDone={() => onDone("")} />
        <div className={styles.other}>
          <Button tone="quiet" className={styles.inline} onClick={askAnew}>
            {t.recovery.askAgain}
          </Button>
          {back}
        </div>
      </Step>
    );
  }
  if (email === null) {
    return (
      <Step key="ask" title={t.recovery.title} why={t.recovery.why}>
        <AskForm onSent={setEmail} />
        <div className={styles.other}>{back}</div>
      </Step>
    );
  }
  return (
    <Step key="code" title={t.recovery.newTitle} why={t.recovery.sent(email)}>
      <NewPasswordForm mailed={{ email }} onDone={() => onDone(email)} />
      <div className={styles.other}>
        <SendAgain send={() => intents.askPasswordReset(email)} />
        {back}
      </div>
    </Step>
  );
}
