import { AppWindow, Info, Volume2, VolumeX } from "lucide-react";
import { useId } from "react";
import type { AudioChoice, ShareSource } from "../../../shared/sharing";
import { useApp } from "../appContext";
import { usePicker } from "../hooks/stores";
import { classNames } from "../kit/classNames";
import { t } from "../strings/strings";
import styles from "./SoundChoice.module.css";
import { soundOptions, soundReasons } from "./soundOptions";

const icons: Record<AudioChoice["plan"], typeof Volume2> = { app: AppWindow, systemWithoutUs: Volume2, none: VolumeX };

/** Which sound goes with the share, in one line; what cannot be had is shown with its reason. */
export function SoundChoice({ source }: { source: ShareSource | undefined }) {
  const { intents } = useApp();
  const { audioChoices, audioPending, audio, appId, soundingApps } = usePicker((picker) => picker);
  const name = useId();
  if (!source || (audioPending && audioChoices.length === 0)) {
    return <p className={classNames(styles.sound, styles.later)}>{source ? "" : t.sharing.soundAfterChoice}</p>;
  }
  const reasons = soundReasons(audioChoices, soundingApps);
  return (
    <fieldset className={styles.sound} disabled={audioPending} aria-describedby={`${name}-why`}>
      <legend className={styles.legend}>{t.sharing.sound}</legend>
      <div className={styles.choices}>
        {soundOptions(audioChoices, soundingApps, source).map((option) => {
          const Icon = icons[option.plan];
          const chosen = option.plan === audio && option.appId === appId;
          return (
            <label
              key={`${option.plan} ${option.appId ?? ""}`}
              className={classNames(styles.choice, chosen && styles.chosen, !option.available && styles.unavailable)}
            >
              <input
                type="radio"
                className={styles.radio}
                name={name}
                value={option.plan}
                aria-label={option.name}
                checked={chosen}
                disabled={!option.available}
                onChange={() => intents.pickAudio(option.plan, option.appId ?? undefined)}
              />
              {option.plan === "app" && option.icon ? (
                <img src={option.icon} alt="" width={16} height={16} />
              ) : (
                <Icon size={16} aria-hidden="true" />
              )}
              <span className={styles.words}>{option.label}</span>
            </label>
          );
        })}
      </div>
      <div id={`${name}-why`} className={styles.why} role="status">
        {reasons.map((reason) => (
          <p key={reason} className={styles.reason}>
            <Info size={14} aria-hidden="true" />
            {reason}
          </p>
        ))}
      </div>
    </fieldset>
  );
}
