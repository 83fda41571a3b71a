import { useApp } from "../appContext";
import { useSettings } from "../hooks/stores";
import { SegmentedControl } from "../kit/SegmentedControl";
import { t } from "../strings/strings";
import styles from "./Settings.module.css";

const choices = ["wait", "busy"] as const;

/** What somebody gets who calls while I am in a call. */
export function CallSettings() {
  const { intents } = useApp();
  const whenBusy = useSettings((settings) => settings.whenBusy);
  return (
    <div className={styles.devices}>
      <SegmentedControl
        legend={t.waiting.whenBusy}
        legendShown
        value={whenBusy}
        options={choices.map((value) => ({ value, label: t.waiting.choices[value] }))}
        onChange={intents.setWhenBusy}
      />
      <p className={styles.note}>{t.waiting.hints[whenBusy]}</p>
    </div>
  );
}
