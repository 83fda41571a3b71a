import { Ban, Phone, Stethoscope } from "lucide-react";
import { useEffect, useState } from "react";
import { useApp } from "../appContext";
import { DoctorDialog } from "../doctor/DoctorDialog";
import { useStranger } from "../hooks/useStranger";
import { Avatar } from "../kit/Avatar";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { BlockDialog } from "../people/BlockDialog";
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

/** Ends behind which there may be a fault of the network or the server. */
const perhapsFaulty: readonly EndedView["reason"][] = ["failed", "lost", "serverAway"];

/** How the call ended, or in its place the check of the connection or the question whether to block. */
export function EndedDialog({ view }: { view: EndedView }) {
  const { intents } = useApp();
  const [doing, setDoing] = useState<"check" | "block" | null>(null);
  if (doing === "check") return <DoctorDialog onClose={() => setDoing(null)} />;
  // Whoever blocks has read how the call ended.
  if (doing === "block") return <BlockDialog user={view.peer} onClose={intents.dismissEnded} />;
  return <EndWords view={view} onCheck={() => setDoing("check")} onBlock={() => setDoing("block")} />;
}

/** How the call ended, in words. */
function EndWords({ view, onCheck, onBlock }: { view: EndedView; onCheck: () => void; onBlock: () => void }) {
  const { peer, kind, role, reason, byMe, durationSeconds, device } = view;
  const { intents } = useApp();
  const stranger = useStranger(peer);
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
          {perhapsFaulty.includes(reason) && (
            <Button
              className={styles.check}
              tone="quiet"
              icon={<Stethoscope size={16} aria-hidden="true" />}
              onClick={onCheck}
            >
              {t.doctor.open}
            </Button>
          )}
          {stranger && (
            <Button className={styles.check} tone="quiet" icon={<Ban size={16} aria-hidden="true" />} onClick={onBlock}>
              {t.people.blockPerson}
            </Button>
          )}
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
