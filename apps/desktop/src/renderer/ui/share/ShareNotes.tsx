import type { LocalMedia } from "../../call/callView";
import { useApp } from "../appContext";
import { usePicker, useSharing } from "../hooks/stores";
import { t } from "../strings/strings";
import styles from "./ShareControls.module.css";

/** What the person who shares should know: what the peer sees, and which key ends it. */
export function ShareNotes({ local, peerName }: { local: LocalMedia; peerName: string }) {
  const { platform } = useApp();
  const stopKey = useSharing((sharing) => sharing.stopKey);
  const kind = usePicker((picker) => picker.shared?.source.kind);
  const words = t.shareControl;
  // Windows and macOS keep our windows out of a shared screen; X11 and Wayland know nothing of the kind.
  const showsAll = kind === "screen" && platform.system === "linux";
  return (
    <span className={styles.notes}>
      {local.sharePaused && <strong className={styles.note}>{words.paused(peerName)}. </strong>}
      {local.shareHidden && !local.sharePaused && <strong className={styles.note}>{words.hidden(peerName)}. </strong>}
      {showsAll && <>{words.screenShowsAll}. </>}
      {stopKey && <>{(stopKey.taken ? words.stopKeyTaken : words.stopKey)(stopKey.keys)}.</>}
    </span>
  );
}
