import { EyeOff, Pause } from "lucide-react";
import { t } from "../strings/strings";
import type { InCallView } from "../calling/views";
import styles from "./RemoteShareState.module.css";

/** Over the shared picture: why it stands still. */
export function RemoteShareState({ view: { peer, remote } }: { view: InCallView }) {
  const still = remote.sharePaused || remote.shareHidden;
  const Icon = remote.sharePaused ? Pause : EyeOff;
  const words = remote.sharePaused ? t.shareControl.peerPaused : t.shareControl.peerHidden;
  // Always there, so that screen readers say its change.
  return (
    <div className={styles.place} role="status">
      {still && (
        <p className={styles.words}>
          <Icon size={18} aria-hidden="true" />
          <span>
            <strong>{words(peer.name)}</strong> {t.shareControl.peerWhy}
          </span>
        </p>
      )}
    </div>
  );
}
