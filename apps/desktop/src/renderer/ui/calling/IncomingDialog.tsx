import { Phone, PhoneOff, Video } from "lucide-react";
import { useApp } from "../appContext";
import { useStranger } from "../hooks/useStranger";
import { Avatar } from "../kit/Avatar";
import { Dialog } from "../kit/Dialog";
import { RoundButton } from "../kit/RoundButton";
import { t } from "../strings/strings";
import styles from "./IncomingDialog.module.css";
import ringing from "./Ringing.module.css";
import type { IncomingView } from "./views";

/** Somebody calls. No key answers or declines by accident: the focus starts on the dialog, and Escape does nothing. */
export function IncomingDialog({ view: { peer, kind } }: { view: IncomingView }) {
  const { intents } = useApp();
  const stranger = useStranger(peer);
  const words = [t.calls.incomingKinds[kind], stranger && t.people.stranger].filter(Boolean).join(" · ");
  return (
    <Dialog title={t.calls.incoming(peer.name)} description={words} header="bare" className={styles.dialog}>
      {(ids) => (
        <div className={styles.content}>
          <div className={styles.who}>
            <span className={ringing.pulse}>
              <Avatar person={peer} size={96} />
            </span>
            <h2 id={ids.title} className={styles.title}>
              {t.calls.incoming(peer.name)}
            </h2>
            <p id={ids.description} className={styles.kind}>
              {words}
            </p>
          </div>
          <div className={styles.actions}>
            <RoundButton
              size="large"
              tone="danger"
              label={t.calls.declineCall}
              caption={t.calls.decline}
              icon={<PhoneOff size={26} aria-hidden="true" />}
              onClick={intents.decline}
            />
            <RoundButton
              size="large"
              tone={kind === "video" ? "neutral" : "positive"}
              label={t.calls.acceptCall}
              caption={t.calls.accept}
              icon={<Phone size={26} aria-hidden="true" />}
              onClick={() => intents.accept({ camera: false })}
            />
            <RoundButton
              size="large"
              tone={kind === "video" ? "positive" : "neutral"}
              label={t.calls.acceptWithVideo}
              caption={t.calls.withVideo}
              icon={<Video size={28} aria-hidden="true" />}
              onClick={() => intents.accept({ camera: true })}
            />
          </div>
        </div>
      )}
    </Dialog>
  );
}
