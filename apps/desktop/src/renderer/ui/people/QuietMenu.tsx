import type { DoNotDisturb } from "@sightline/protocol";
import { BellOff, BellRing } from "lucide-react";
import { useId, useState } from "react";
import { useApp } from "../appContext";
import { usePeople } from "../hooks/stores";
import { useBusy } from "../hooks/useBusy";
import { FormMessage } from "../kit/FormMessage";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import { dayTime, when } from "../strings/times";
import styles from "./AccountMenu.module.css";
import { HOUR_SECONDS, secondsUntil, tomorrowMorning } from "./quietTimes";

interface Choice {
  readonly words: string;
  readonly seconds: () => number | null;
}

function choices(): readonly Choice[] {
  const morning = tomorrowMorning(new Date());
  return [
    { words: t.people.quiet.hour, seconds: () => HOUR_SECONDS },
    {
      words: t.people.quiet.tomorrow(when(morning.toISOString(), morning)),
      seconds: () => secondsUntil(morning, new Date()),
    },
    { words: t.people.quiet.open, seconds: () => null },
  ];
}

/** "Do not disturb" in the menu at one's own name. */
export function QuietMenu({ onDone }: { onDone: () => void }) {
  const { intents } = useApp();
  const id = useId();
  const preferences = usePeople((people) => people.preferences);
  const until = usePeople((people) => people.quietUntil);
  const [error, setError] = useState<string | null>(null);
  const { run } = useBusy();
  if (!preferences) return null;
  const isOn = preferences.doNotDisturb !== null;
  const set = (doNotDisturb: DoNotDisturb) =>
    run(async () => {
      const outcome = await intents.changePreferences({ doNotDisturb });
      setError(outcome.ok ? null : failureWords(outcome.failure));
      if (outcome.ok) onDone();
    });
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <p id={id} className={styles.heading}>
        {t.people.presence.doNotDisturb}
      </p>
      {isOn && (
        <>
          <p className={styles.note}>{until === null ? t.people.quiet.on : t.people.quiet.onUntil(dayTime(until))}</p>
          <button type="button" className={styles.item} onClick={() => set(null)}>
            <BellRing size={17} aria-hidden="true" /> {t.people.quiet.turnOff}
          </button>
        </>
      )}
      {!isOn &&
        choices().map(({ words, seconds }) => (
          <button key={words} type="button" className={styles.item} onClick={() => set({ seconds: seconds() })}>
            <BellOff size={17} aria-hidden="true" /> {words}
          </button>
        ))}
      <FormMessage>{error}</FormMessage>
    </div>
  );
}
