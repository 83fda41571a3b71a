import { PhoneOff } from "lucide-react";
import { useApp } from "../appContext";
import { useFocusOnMount } from "../hooks/useFocusOnMount";
import { Avatar } from "../kit/Avatar";
import { RoundButton } from "../kit/RoundButton";
import { t } from "../strings/strings";
import { DeviceProblems } from "./DeviceProblems";
import styles from "./Ringing.module.css";
import { SelfView } from "./SelfView";
import type { OutgoingView } from "./views";

/** It rings on their side. One's own picture is small, where it will be in the call: drawn large it delays the first of theirs. */
export function OutgoingScreen({ view: { peer, kind, status, local } }: { view: OutgoingView }) {
  const { intents } = useApp();
  const heading = useFocusOnMount<HTMLHeadingElement>();
  return (
    <main className={styles.screen}>
      <div className={styles.middle}>
        <span className={styles.pulse}>
          <Avatar person={peer} size={112} />
        </span>
        <h1 ref={heading} tabIndex={-1} className={styles.name}>
          {peer.name}
        </h1>
        <p className={styles.status} role="status">
          {status === "ringing" ? t.calls.ringing : t.calls.reaching(peer.name)}
        </p>
        <p className={styles.kind}>{t.calls.kinds[kind]}</p>
        <SelfView local={local} />
        <DeviceProblems local={local} />
      </div>
      <div className={styles.actions}>
        <RoundButton
          size="large"
          tone="danger"
          label={t.calls.cancel}
          caption={t.calls.cancel}
          icon={<PhoneOff size={28} aria-hidden="true" />}
          onClick={intents.hangUp}
        />
      </div>
    </main>
  );
}
