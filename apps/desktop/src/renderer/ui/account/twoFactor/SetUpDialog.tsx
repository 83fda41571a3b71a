import { useState } from "react";
import { useApp } from "../../appContext";
import { useForm } from "../../hooks/useForm";
import { classNames } from "../../kit/classNames";
import { FormDialog } from "../../kit/FormDialog";
import { t } from "../../strings/strings";
import { CopyButton } from "./CopyButton";
import { CodeField, checkAppCode, checkPassword, PasswordField, proofRefusal } from "./proof";
import { QrCode } from "./QrCode";
import { RecoveryCodes } from "./RecoveryCodes";
import styles from "./TwoFactor.module.css";

interface Secret {
  readonly secret: string;
  readonly uri: string;
}

interface StepProps<T> {
  onDone: (value: T) => void;
  onClose: () => void;
}

function AskPassword({ onDone, onClose }: StepProps<Secret>) {
  const { intents } = useApp();
  const form = useForm({
    first: { password: "" },
    check: checkPassword,
    async send({ password }) {
      const begun = await intents.beginTwoFactor(password);
      if (!begun.ok) return proofRefusal(begun.failure);
      onDone(begun.value);
    },
  });
  const { title, passwordWhy, proceed } = t.twoFactor;
  return (
    <FormDialog title={title} why={passwordWhy} action={proceed} form={form} onClose={onClose}>
      <PasswordField {...form.field("password")} />
    </FormDialog>
  );
}

function ScanAndConfirm({ secret, onDone, onClose }: StepProps<readonly string[]> & { secret: Secret }) {
  const { intents } = useApp();
  const form = useForm({
    first: { code: "" },
    check: checkAppCode,
    async send({ code }) {
      const confirmed = await intents.confirmTwoFactor(code);
      if (!confirmed.ok) return proofRefusal(confirmed.failure);
      onDone(confirmed.value);
    },
  });
  const { title, scanWhy, confirm } = t.twoFactor;
  return (
    <FormDialog title={title} why={scanWhy} action={confirm} form={form} onClose={onClose}>
      <QrCode text={secret.uri} />
      <p className={styles.why}>{t.twoFactor.secret}</p>
      <p className={styles.secret}>
        <code>{secret.secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <div className={classNames(styles.tools, styles.copy)}>
        <CopyButton text={secret.secret} label={t.twoFactor.copyKey} />
      </div>
      <CodeField hint={t.twoFactor.codeHint} {...form.field("code")} />
    </FormDialog>
  );
}

/** Password, then the secret for the app and a code of it, then the recovery codes. */
export function SetUpDialog({ onClose, onTurnedOn }: { onClose: () => void; onTurnedOn: () => void }) {
  const [secret, setSecret] = useState<Secret | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const turnedOn = (recoveryCodes: readonly string[]) => {
    setCodes(recoveryCodes);
    onTurnedOn();
  };
  if (codes) return <RecoveryCodes codes={codes} onClose={onClose} />;
  if (secret) return <ScanAndConfirm secret={secret} onDone={turnedOn} onClose={onClose} />;
  return <AskPassword onDone={setSecret} onClose={onClose} />;
}
