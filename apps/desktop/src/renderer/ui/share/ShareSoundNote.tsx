import { useApp } from "../appContext";
import { useCallView, usePicker, useShareSound } from "../hooks/stores";
import { useStream } from "../hooks/useStream";
import { Button } from "../kit/Button";
import { t } from "../strings/strings";
import styles from "./ShareSoundNote.module.css";

/** Whose sound it is: the app's name where it is known, else what kind of thing is shared. */
function useSoundSource(): string {
  const app = usePicker(({ shared }) => shared?.soundOf);
  const surface = useStream("localShare")?.getVideoTracks()[0]?.getSettings().displaySurface;
  return app ?? t.shareSound.sources[surface ?? "window"] ?? t.shareSound.sources.window ?? "";
}

/** What the person who shares should know about its sound; empty while all is well. */
export function ShareSoundNote() {
  const { intents } = useApp();
  const view = useCallView();
  const source = useSoundSource();
  const { silent, altered, ended } = useSoundState();
  const peerName = "peer" in view ? view.peer.name : t.somebody;
  return (
    <div className={styles.region} role="status">
      {silent && <p className={styles.words}>{t.shareSound.silent(source)}</p>}
      {altered && <p className={styles.words}>{t.shareSound.altered}</p>}
      {ended && (
        <div className={styles.ended}>
          <p className={styles.words}>{t.shareSound.ended[ended](peerName)}</p>
          <Button className={styles.action} onClick={intents.switchShare}>
            {t.shareSound.choose}
          </Button>
          <Button className={styles.action} onClick={intents.dismissSoundEnd}>
            {t.shareSound.goOn}
          </Button>
        </div>
      )}
    </div>
  );
}

/** All but the level, which changes all the time. */
function useSoundState() {
  return {
    silent: useShareSound((sound) => sound.silent),
    altered: useShareSound((sound) => sound.altered),
    ended: useShareSound((sound) => sound.ended),
  };
}
