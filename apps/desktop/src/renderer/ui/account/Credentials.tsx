import { useEffect, useRef, useState } from "react";
import { useSession } from "../hooks/stores";
import { Button } from "../kit/Button";
import { t } from "../strings/strings";
import { ChangeEmail } from "./ChangeEmail";
import { ChangePassword } from "./ChangePassword";
import styles from "./Credentials.module.css";

interface CredentialsProps {
  codeNeeded: boolean;
  /** Password or address are others now. */
  onChanged: () => void;
}

/** What one logs in with, and how to change it. */
export function Credentials({ codeNeeded, onChanged }: CredentialsProps) {
  const email = useSession((session) => session.me?.email);
  const [changing, setChanging] = useState<"email" | "password" | null>(null);
  const [said, setSaid] = useState("");
  const buttons = useRef<HTMLDivElement>(null);
  const [wasOpen, setWasOpen] = useState(false);
  // Back to where the form was opened; it is gone and its focus with it.
  useEffect(() => {
    if (wasOpen && changing === null) buttons.current?.querySelector("button")?.focus();
  }, [wasOpen, changing]);
  const open = (what: "email" | "password") => {
    setSaid("");
    setWasOpen(true);
    setChanging(what);
  };
  const done = (words: string) => {
    setSaid(words);
    setChanging(null);
    onChanged();
  };
  const close = () => setChanging(null);
  return (
    <>
      {changing === null && (
        <div ref={buttons} className={styles.line}>
          <span className={styles.email}>{email}</span>
          <Button onClick={() => open("email")}>{t.credentials.changeEmail}</Button>
          <Button onClick={() => open("password")}>{t.credentials.changePassword}</Button>
        </div>
      )}
      {changing === "email" && <ChangeEmail codeNeeded={codeNeeded} onDone={done} onCancel={close} />}
      {changing === "password" && <ChangePassword codeNeeded={codeNeeded} onDone={done} onCancel={close} />}
      <p className={styles.said} role="status">
        {said}
      </p>
    </>
  );
}
