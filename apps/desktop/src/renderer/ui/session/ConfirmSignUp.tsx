import { useApp } from "../appContext";
import { useForm } from "../hooks/useForm";
import { Button } from "../kit/Button";
import { FormMessage } from "../kit/FormMessage";
import { t } from "../strings/strings";
import { Heading } from "./Heading";
import { checkMailedCode, MailedCodeField, mailedCodeRefusal } from "./MailedCodeField";
import { SendAgain } from "./SendAgain";
import styles from "./Session.module.css";

interface ConfirmSignUpProps {
  /** What they sign up or log in with. */
  login: string;
  onDone: () => void;
  onBack: () => void;
}

/** The code of the mail that a new account waits for. */
export function ConfirmSignUp({ login, onDone, onBack }: ConfirmSignUpProps) {
  const { intents } = useApp();
  const form = useForm({
    first: { code: "" },
    check: checkMailedCode,
    async send({ code }) {
      const outcome = await intents.confirmSignUp({ login, code });
      if (!outcome.ok) return mailedCodeRefusal(outcome.failure);
      onDone();
    },
  });
  return (
    <>
      <Heading>{t.confirmation.title}</Heading>
      <p className={styles.promise} role="status">
        {t.confirmation.why}
      </p>
      <form className={styles.form} {...form.props}>
        <MailedCodeField {...form.field("code")} />
        <FormMessage>{form.message}</FormMessage>
        <Button type="submit" tone="primary" wide busy={form.busy}>
          {t.confirmation.confirm}
        </Button>
      </form>
      <div className={styles.other}>
        <SendAgain send={() => intents.askConfirmation(login)} />
        <Button tone="quiet" className={styles.inline} onClick={onBack}>
          {t.recovery.back}
        </Button>
      </div>
    </>
  );
}
