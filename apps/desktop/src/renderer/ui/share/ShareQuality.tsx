import { useApp } from "../appContext";
import { useSettings, useShareQuality } from "../hooks/stores";
import { SegmentedControl } from "../kit/SegmentedControl";
import { t } from "../strings/strings";
import styles from "./ShareQuality.module.css";

const presets = ["auto", "text", "motion"] as const;

/** How my share is sent, as a choice, and what is really being sent. */
export function ShareQuality() {
  const { intents } = useApp();
  const preset = useSettings((settings) => settings.sharePreset);
  const { style, sending } = useShareQuality((quality) => quality);
  return (
    <div className={styles.quality}>
      <span className={styles.figures} title={t.shareQuality.sending} data-figures="sending">
        {preset === "auto" && <span className={styles.style}>{t.shareQuality.presets[style]}</span>}
        {sending && t.shareQuality.figures(sending)}
      </span>
      <SegmentedControl
        legend={t.shareQuality.legend}
        value={preset}
        options={presets.map((value) => ({ value, label: t.shareQuality.presets[value] }))}
        onChange={intents.setSharePreset}
      />
    </div>
  );
}
