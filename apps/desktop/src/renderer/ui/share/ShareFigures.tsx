import { Gauge } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { useApp } from "../appContext";
import { useShareQuality } from "../hooks/stores";
import { t } from "../strings/strings";
import styles from "./ShareFigures.module.css";

/** In the corner of a received share: a button that tells what really arrives. */
export function ShareFigures() {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.corner}>
      <button
        type="button"
        className={styles.button}
        aria-label={t.shareQuality.receiving}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Gauge size={16} aria-hidden="true" />
      </button>
      <span id={id} className={styles.figures} hidden={!open} data-figures="receiving">
        {open && <Received />}
      </span>
    </div>
  );
}

function Received() {
  const { intents } = useApp();
  const receiving = useShareQuality((quality) => quality.receiving);
  useEffect(() => {
    intents.watchReceivedShare(true);
    return () => intents.watchReceivedShare(false);
  }, [intents]);
  return receiving ? t.shareQuality.figures(receiving) : t.shareQuality.measuring;
}
