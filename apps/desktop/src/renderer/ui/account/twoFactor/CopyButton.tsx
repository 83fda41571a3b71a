import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useApp } from "../../appContext";
import { Button } from "../../kit/Button";
import { t } from "../../strings/strings";
import styles from "./TwoFactor.module.css";

/** Copies, and says whether that worked. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { intents } = useApp();
  const [copied, setCopied] = useState<boolean | null>(null);
  const Icon = copied ? Check : Copy;
  return (
    <>
      <Button
        icon={<Icon size={16} aria-hidden="true" />}
        onClick={() => void intents.copyText(text).then((done) => setCopied(done))}
      >
        {label}
      </Button>
      <span role="status" className={styles.said}>
        {copied !== null && (copied ? t.twoFactor.copied : t.twoFactor.notCopied)}
      </span>
    </>
  );
}
