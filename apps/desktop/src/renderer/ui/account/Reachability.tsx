import { usePeople } from "../hooks/stores";
import styles from "../settings/Settings.module.css";
import { t } from "../strings/strings";
import { FoundByEmail, type FoundByEmailProps } from "./FoundByEmail";
import { PreferenceChoice } from "./PreferenceChoice";

/** Whose calls ring, and who finds one. */
export function Reachability(proving: FoundByEmailProps) {
  const allowed = usePeople((people) => people.rules?.strangerCalls === true);
  return (
    <div className={styles.devices}>
      {allowed ? (
        <PreferenceChoice
          of="callableBy"
          legend={t.people.callableBy}
          labels={t.people.callableByChoices}
          hints={t.people.callableByHints}
        />
      ) : (
        <p className={styles.note}>{t.people.callableByServer}</p>
      )}
      <FoundByEmail {...proving} />
    </div>
  );
}
