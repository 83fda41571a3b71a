import { AppWindow, Pause, Play } from "lucide-react";
import type { LocalMedia } from "../../call/callView";
import { useApp } from "../appContext";
import { Button } from "../kit/Button";
import { t } from "../strings/strings";
import styles from "./ShareControls.module.css";

const SIZE = 15;

/** What can be done to a running share besides stopping it. */
export function ShareControls({ local }: { local: LocalMedia }) {
  const { intents } = useApp();
  const { sharePaused, shareSwitching } = local;
  const Icon = sharePaused ? Play : Pause;
  return (
    <div className={styles.controls}>
      <Button
        className={styles.button}
        icon={<AppWindow size={SIZE} aria-hidden="true" />}
        aria-label={t.shareControl.switchSource}
        busy={shareSwitching}
        onClick={intents.switchShare}
      >
        {t.shareControl.switch}
      </Button>
      <Button
        className={styles.button}
        icon={<Icon size={SIZE} aria-hidden="true" />}
        aria-label={sharePaused ? t.shareControl.resumeShare : t.shareControl.pauseShare}
        onClick={() => intents.pauseShare(!sharePaused)}
      >
        {sharePaused ? t.shareControl.resume : t.shareControl.pause}
      </Button>
    </div>
  );
}
