import { Download, Printer } from "lucide-react";
import { useApp } from "../../appContext";
import { useSession } from "../../hooks/stores";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { t } from "../../strings/strings";
import { CopyButton } from "./CopyButton";
import styles from "./TwoFactor.module.css";

/** Shown once. Closes by its own button alone, so that nobody loses them by a stray key. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { intents } = useApp();
  const username = useSession((session) => session.me?.username ?? "");
  const text = `${t.twoFactor.codesInFile(username)}\n\n${codes.join("\n")}\n`;
  return (
    <Dialog
      title={t.twoFactor.recoveryTitle}
      description={t.twoFactor.recoveryWhy}
      footer={
        <Button tone="primary" onClick={onClose}>
          {t.twoFactor.kept}
        </Button>
      }
    >
      <p className={styles.onPaper}>{t.twoFactor.codesInFile(username)}</p>
      <ul className={styles.codes} aria-label={t.twoFactor.codeList}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.tools}>
        <CopyButton text={text} label={t.twoFactor.copy} />
        <Button
          icon={<Download size={16} aria-hidden="true" />}
          onClick={() => intents.saveText("sightline-recovery-codes.txt", text)}
        >
          {t.twoFactor.download}
        </Button>
        <Button icon={<Printer size={16} aria-hidden="true" />} onClick={() => window.print()}>
          {t.twoFactor.print}
        </Button>
      </div>
    </Dialog>
  );
}
