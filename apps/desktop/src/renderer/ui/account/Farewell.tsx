import { Download } from "lucide-react";
import { useState } from "react";
import { useApp } from "../appContext";
import { useBusy } from "../hooks/useBusy";
import { Button } from "../kit/Button";
import { FormMessage } from "../kit/FormMessage";
import settings from "../settings/Settings.module.css";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import { DeleteAccountDialog } from "./DeleteAccountDialog";
import styles from "./Farewell.module.css";

interface FarewellProps {
  codeNeeded: boolean;
  onExported: () => void;
}

/** Taking one's data along, and leaving for good. */
export function Farewell({ codeNeeded, onExported }: FarewellProps) {
  const { intents } = useApp();
  const [deleting, setDeleting] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const { busy, run } = useBusy();
  const save = () =>
    run(async () => {
      const outcome = await intents.exportData();
      setError(outcome.ok ? null : failureWords(outcome.failure));
      if (outcome.ok) onExported();
    });
  return (
    <div className={styles.parts}>
      <p className={settings.note}>{t.farewell.exportWhy}</p>
      <Button busy={busy} icon={<Download size={16} aria-hidden="true" />} onClick={save}>
        {t.farewell.export}
      </Button>
      {error && <FormMessage>{error}</FormMessage>}
      <Button tone="danger" onClick={() => setDeleting(true)}>
        {t.farewell.delete}
      </Button>
      {deleting && <DeleteAccountDialog codeNeeded={codeNeeded} onClose={() => setDeleting(false)} />}
    </div>
  );
}
