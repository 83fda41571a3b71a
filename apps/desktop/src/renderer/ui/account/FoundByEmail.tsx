import { useEffect, useRef, useState } from "react";
import { usePeople, useSession } from "../hooks/stores";
import { Button } from "../kit/Button";
import { t } from "../strings/strings";
import { ChangeEmail } from "./ChangeEmail";
import styles from "./Credentials.module.css";
import { PreferenceChoice } from "./PreferenceChoice";

export interface FoundByEmailProps {
  codeNeeded: boolean;
  /** One's address is proved now. */
  onProved: () => void;
}

/** Who may learn by an address that its person is here; and the proof of the address that it takes. */
export function FoundByEmail({ codeNeeded, onProved }: FoundByEmailProps) {
  const me = useSession((session) => session.me);
  const wanted = usePeople(({ preferences }) => preferences?.foundByEmail === "anyone");
  const [proving, setProving] = useState<"not yet" | "now" | "left" | "done">("not yet");
  const box = useRef<HTMLDivElement>(null);
  // Back to where the form was opened, or to the choice that now holds; the form is gone and its focus with it.
  useEffect(() => {
    if (proving !== "left" && proving !== "done") return;
    const next = box.current?.querySelector<HTMLElement>("button") ?? box.current?.querySelector("input:checked");
    if (next instanceof HTMLElement) next.focus();
  }, [proving]);
  const done = () => {
    setProving("done");
    onProved();
  };
  if (!me) return null;
  return (
    <div ref={box}>
      <PreferenceChoice
        of="foundByEmail"
        legend={t.people.foundByEmail}
        labels={t.people.foundByEmailChoices}
        hints={t.people.foundByEmailHints}
      />
      {proving === "now" && (
        <ChangeEmail own={me.email} codeNeeded={codeNeeded} onDone={done} onCancel={() => setProving("left")} />
      )}
      {proving !== "now" && wanted && !me.emailConfirmed && (
        <div className={styles.line}>
          <p className={styles.lead}>{t.people.unprovedEmail}</p>
          <Button onClick={() => setProving("now")}>{t.people.proveEmail}</Button>
        </div>
      )}
      <p className={styles.said} role="status">
        {proving === "done" && t.credentials.linkDone}
      </p>
    </div>
  );
}
