import { useState } from "react";
import { useApp } from "../appContext";
import { useSession } from "../hooks/stores";
import { Button } from "../kit/Button";
import { Mark } from "../kit/Mark";
import { t } from "../strings/strings";
import { useFocusOnMount } from "../hooks/useFocusOnMount";
import { OutdatedNote } from "../people/ConnectionBanner";
import { GuestEntrance, RoomInvitation } from "../rooms/RoomGate";
import { Illustration } from "./Illustration";
import { LogInForm } from "./LogInForm";
import { ServerAddressDialog } from "./ServerAddressDialog";
import styles from "./Session.module.css";
import { SignUpForm } from "./SignUpForm";

function ServerLine() {
  const { platform } = useApp();
  const [changing, setChanging] = useState(false);
  return (
    <div className={styles.server}>
      <span className={styles.address}>
        {t.server.short} {platform.serverAddress}
      </span>
      <Button tone="quiet" className={styles.inline} aria-label={t.server.change} onClick={() => setChanging(true)}>
        {t.actions.change}
      </Button>
      {changing && <ServerAddressDialog onClose={() => setChanging(false)} />}
    </div>
  );
}

function Heading({ children }: { children: string }) {
  const ref = useFocusOnMount<HTMLHeadingElement>();
  return (
    <h1 ref={ref} tabIndex={-1} className={styles.heading}>
      {children}
    </h1>
  );
}

/** Log in or sign up. */
export function Welcome() {
  const { platform } = useApp();
  const outdated = useSession((session) => session.connection === "outdated");
  const [isNew, setIsNew] = useState(false);
  return (
    <div className={styles.welcome}>
      <main className={styles.column}>
        <p className={styles.brand}>
          <Mark size={30} />
          {t.app.name}
        </p>
        <div role="status">{outdated && <OutdatedNote />}</div>
        <RoomInvitation />
        <div className={styles.card}>
          <Heading key={String(isNew)}>{isNew ? t.session.welcome : t.session.welcomeBack}</Heading>
          <p className={styles.promise}>{t.app.promise}</p>
          {isNew ? <SignUpForm /> : <LogInForm />}
          <p className={styles.other}>
            {isNew ? t.session.haveAccount : t.session.newHere}
            <Button tone="quiet" className={styles.inline} onClick={() => setIsNew(!isNew)}>
              {isNew ? t.session.logIn : t.session.signUp}
            </Button>
          </p>
          <GuestEntrance />
        </div>
        {platform.kind === "desktop" && <ServerLine />}
      </main>
      <Illustration />
    </div>
  );
}
