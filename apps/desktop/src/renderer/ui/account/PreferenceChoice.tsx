import type { Preferences } from "@sightline/protocol";
import { useState } from "react";
import { useApp } from "../appContext";
import { usePeople } from "../hooks/stores";
import { useBusy } from "../hooks/useBusy";
import { FormMessage } from "../kit/FormMessage";
import { SegmentedControl } from "../kit/SegmentedControl";
import styles from "../settings/Settings.module.css";
import { failureWords } from "../strings/failureWords";

interface PreferenceChoiceProps<K extends Exclude<keyof Preferences, "doNotDisturb">> {
  of: K;
  legend: string;
  /** In the order they are shown in. */
  labels: Record<Preferences[K], string>;
  hints: Record<Preferences[K], string>;
}

/** One choice that is kept on the server, so that it holds on all devices, and what it means. */
export function PreferenceChoice<K extends Exclude<keyof Preferences, "doNotDisturb">>({
  of,
  legend,
  labels,
  hints,
}: PreferenceChoiceProps<K>) {
  const { intents } = useApp();
  const value = usePeople(({ preferences }) => preferences?.[of]);
  const [error, setError] = useState<string | null>(null);
  const { run } = useBusy();
  if (value === undefined) return null;
  const choose = (chosen: Preferences[K]) =>
    run(async () => {
      const outcome = await intents.changePreferences({ [of]: chosen });
      setError(outcome.ok ? null : failureWords(outcome.failure));
    });
  return (
    <div className={styles.devices}>
      <SegmentedControl
        legend={legend}
        legendShown
        value={value}
        options={(Object.keys(labels) as Preferences[K][]).map((one) => ({ value: one, label: labels[one] }))}
        onChange={choose}
      />
      <p className={styles.note}>{hints[value]}</p>
      <FormMessage>{error}</FormMessage>
    </div>
  );
}
