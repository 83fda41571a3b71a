import { useState } from "react";
import type { Outcome } from "../appContext";
import { useBusy } from "../hooks/useBusy";
import { Button } from "../kit/Button";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import styles from "./Session.module.css";

/** Another mail in place of the one before. */
export function SendAgain({ send }: { send: () => Promise<Outcome> }) {
  const [said, setSaid] = useState({ times: 0, words: "" });
  const { busy, run } = useBusy();
  const again = () =>
    run(async () => {
      const outcome = await send();
      // The same words twice are another message.
      setSaid({ times: said.times + 1, words: outcome.ok ? t.recovery.sentAgain : failureWords(outcome.failure) });
    });
  return (
    <>
      <Button tone="quiet" className={styles.inline} busy={busy} onClick={again}>
        {t.recovery.again}
      </Button>
      <p key={said.times} role="status" className={styles.sentAgain}>
        {said.words}
      </p>
    </>
  );
}
