import { useId } from "react";
import { useApp } from "../appContext";
import { usePicker } from "../hooks/stores";
import { classNames } from "../kit/classNames";
import { t } from "../strings/strings";
import styles from "./SoundChoice.module.css";

/** Which sound goes with the share. What cannot be had is shown with its reason. */
export function SoundChoice() {
  const { intents } = useApp();
  const choices = usePicker((picker) => picker.audioChoices);
  const chosen = usePicker((picker) => picker.audio);
  const name = useId();
  const reasons = [...new Set(choices.flatMap(({ available, reason }) => (!available && reason ? [reason] : [])))];
  return (
    <fieldset className={styles.sound} aria-describedby={`${name}-why`}>
      <legend className={styles.legend}>{t.sharing.sound}</legend>
      <div className={styles.choices}>
        {choices.map(({ plan, available, appName }) => (
          <label key={plan} className={classNames(styles.choice, !available && styles.unavailable)}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              value={plan}
              checked={plan === chosen}
              disabled={!available}
              onChange={() => intents.pickAudio(plan)}
            />
            {t.sharing.audioPlans[plan](appName)}
          </label>
        ))}
      </div>
      <p id={`${name}-why`} className={styles.why}>
        {reasons.map((reason) => t.sharing.audioUnavailable[reason]).join(" ")}
      </p>
    </fieldset>
  );
}
