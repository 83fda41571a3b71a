import { useState } from "react";
import { CodeField, checkAppCode, proofRefusal } from "../account/twoFactor/proof";
import { useApp } from "../appContext";
import { useForm } from "../hooks/useForm";
import { Button } from "../kit/Button";
import { FormMessage } from "../kit/FormMessage";
import { t } from "../strings/strings";
import styles from "./Session.module.css";

const words = t.twoFactor.logIn;

function CodeForm({ recovery }: { recovery: boolean }) {
  const { intents } = useApp();
  const form = useForm({
    first: { code: "" },
    check: ({ code }) => (recovery ? { ...(!code.trim() && { code: words.recoveryMissing }) } : checkAppCode({ code })),
    async send({ code }) {
      const outcome = await intents.finishLogIn(code);
      if (!outcome.ok) return proofRefusal(outcome.failure);
    },
    // Whoever has just given the password goes on typing; the hint says what.
    takesFocus: true,
  });
  return (
    <form className={styles.form} {...form.props}>
      <CodeField
        kind={recovery ? "any" : "app"}
        label={recovery ? words.recoveryCode : t.twoFactor.code}
        hint={recovery ? words.recoveryWhy : words.why}
        {...form.field("code")}
      />
      <FormMessage>{form.message}</FormMessage>
      <Button type="submit" tone="primary" wide busy={form.busy}>
        {t.session.logIn}
      </Button>
    </form>
  );
}

/** After the password: a code of the authenticator app, or a recovery code. */
export function SecondStepForm() {
  const { intents } = useApp();
  const [recovery, setRecovery] = useState(false);
  return (
    <>
      <CodeForm key={String(recovery)} recovery={recovery} />
      <p className={styles.other}>
        <Button tone="quiet" className={styles.inline} onClick={() => setRecovery(!recovery)}>
          {recovery ? words.byApp : words.byRecovery}
        </Button>
      </p>
      <p className={styles.other}>
        <Button tone="quiet" className={styles.inline} onClick={() => intents.abandonLogIn()}>
          {words.back}
        </Button>
      </p>
    </>
  );
}
