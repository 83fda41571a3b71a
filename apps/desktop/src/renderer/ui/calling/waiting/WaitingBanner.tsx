import { Phone, PhoneIncoming } from "lucide-react";
import { useApp } from "../../appContext";
import { useWaiting } from "../../hooks/stores";
import { Button } from "../../kit/Button";
import { t } from "../../strings/strings";
import styles from "./WaitingBanner.module.css";

/** Somebody calls while this call runs: said quietly, and nothing happens by itself. */
export function WaitingBanner() {
  const { intents } = useApp();
  const { caller, kind } = useWaiting((waiting) => waiting);
  return (
    <div role="status">
      {caller && kind && (
        <section className={styles.banner} aria-label={t.waiting.title} data-banner>
          <PhoneIncoming className={styles.icon} size={18} aria-hidden="true" />
          <p className={styles.words}>
            <strong>{t.calls.incoming(caller.name)}</strong> <span className={styles.kind}>{t.calls.kinds[kind]}</span>
          </p>
          <div className={styles.actions}>
            <Button className={styles.quiet} onClick={intents.ignoreWaiting}>
              {t.waiting.ignore}
            </Button>
            <Button className={styles.quiet} onClick={intents.declineWaiting}>
              {t.calls.decline}
            </Button>
            <Button
              className={styles.answer}
              icon={<Phone size={16} aria-hidden="true" />}
              onClick={intents.answerWaiting}
            >
              {t.waiting.answer}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
