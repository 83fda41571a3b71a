import { Phone } from "lucide-react";
import { useEffect } from "react";
import { useApp } from "../appContext";
import { Avatar } from "../kit/Avatar";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { t } from "../strings/strings";
import { clock, isoDuration } from "../strings/times";
import styles from "./EndedDialog.module.css";
import type { EndedView } from "./views";

/** What I ended myself is no news and goes by itself. */
const OWN_END_SHOWN_MS = 8000;

const noCallBack: readonly EndedView["reason"][] = [
  "answeredElsewhere",
  "declinedElsewhere",
  "selfBusy",
  "rateLimited",
];

/** How the call ended, in words. */
export function EndedDialog({ view }: { view: EndedView }) {
  const { peer, kind, role, reason, byMe, durationSeconds, device } = view;
  const { intents } = useApp();
  const title = t.calls.ended[reason][role](peer.name, byMe, device);
  const advice = t.calls.endedAdvice[reason];
  useEffect(() => {
    if (!byMe) return;
    const timer = setTimeout(intents.dismissEnded, OWN_END_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [byMe, intents]);
  return (
    <Dialog title={title} description={t.calls.with(peer.name)} header="bare" onClose={intents.dismissEnded}>
      {(ids) => (
        <div className={styles.content}>
          <Avatar person={peer} size={64} />
          <h2 id={ids.title} className={styles.title}>
            {title}
          </h2>
          <p id={ids.description} className={styles.details}>
            {t.calls.kinds[kind]}
            {durationSeconds !== null && (
              <>
                {" · "}
                <time dateTime={isoDuration(durationSeconds)}>{clock(durationSeconds)}</time>
              </>
            )}
          </p>
          {advice && <p className={styles.advice}>{advice}</p>}
          <div className={styles.actions}>
            {!noCallBack.includes(reason) && (
              <Button icon={<Phone size={16} aria-hidden="true" />} onClick={() => intents.call(peer, kind)}>
                {t.calls.callAgain}
              </Button>
            )}
            <Button tone="primary" data-autofocus onClick={intents.dismissEnded}>
              {t.actions.close}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
