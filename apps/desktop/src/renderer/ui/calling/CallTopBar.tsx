import { Lock, WifiOff } from "lucide-react";
import type { LinkState } from "../../call/callView";
import { useElapsedSeconds } from "../hooks/useElapsedSeconds";
import { useFocusOnMount } from "../hooks/useFocusOnMount";
import { Avatar } from "../kit/Avatar";
import { classNames } from "../kit/classNames";
import { Spinner } from "../kit/Spinner";
import { t } from "../strings/strings";
import { clock } from "../strings/times";
import styles from "./CallTopBar.module.css";
import { CallQuality } from "./quality/CallQuality";
import type { InCallView } from "./views";

function LinkIcon({ link }: { link: LinkState }) {
  if (link === "connecting") return <Spinner size={14} />;
  if (link === "connected") return <Lock size={13} aria-hidden="true" />;
  return <WifiOff size={15} aria-hidden="true" />;
}

/** Who, how the connection is, for how long. */
export function CallTopBar({ view: { peer, link, connectedAt } }: { view: InCallView }) {
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const seconds = useElapsedSeconds(connectedAt);
  return (
    <header className={styles.bar}>
      <Avatar person={peer} size={30} />
      <h1 ref={heading} tabIndex={-1} className={styles.name}>
        {peer.name}
      </h1>
      {peer.guest && <span className={styles.guest}>{t.rooms.guest}</span>}
      <p className={classNames(styles.link, styles[link])} role="status">
        <LinkIcon link={link} />
        <span className={styles.words}>{t.calls.links[link]}</span>
      </p>
      <CallQuality peerName={peer.name} />
      <span className={styles.time} role="timer" aria-label={t.calls.elapsed}>
        {seconds === null ? "" : clock(seconds)}
      </span>
    </header>
  );
}
