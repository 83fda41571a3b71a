import { MonitorUp } from "lucide-react";
import type { LocalMedia } from "../../call/callView";
import { useApp } from "../appContext";
import { usePicker } from "../hooks/stores";
import { useStream } from "../hooks/useStream";
import { Button } from "../kit/Button";
import { t } from "../strings/strings";
import { ShareControls } from "./ShareControls";
import { ShareNotes } from "./ShareNotes";
import { ShareSoundMeter } from "./ShareSoundMeter";
import { ShareSoundNote } from "./ShareSoundNote";
import { ShareQuality } from "./ShareQuality";
import { AllowInk } from "./ink/AllowInk";
import styles from "./SharingBanner.module.css";

/** The shared thing's name: the picked title in the app; a browser tells only its kind. */
function useSharedName(): string {
  const title = usePicker((picker) => picker.shared?.source.title);
  const track = useStream("localShare")?.getVideoTracks()[0];
  const surface = track?.getSettings().displaySurface;
  return title ?? t.sharing.surfaces[surface ?? "window"] ?? t.sharing.surfaces.window ?? "";
}

/** Says, as long as it lasts, that the peer sees something of mine. */
export function SharingBanner({ local, peerName }: { local: LocalMedia; peerName: string }) {
  const { intents } = useApp();
  const name = useSharedName();
  const on = local.share === "on";
  return (
    <div className={styles.banner} data-banner>
      <MonitorUp size={17} aria-hidden="true" />
      <p className={styles.words} role="status">
        {on ? (
          <>
            <strong>{t.sharing.sharing(name)}</strong>{" "}
            <span className={styles.sound}>
              {local.shareSound === "on" ? t.sharing.withSound : t.sharing.withoutSound}
            </span>
            {". "}
            <ShareNotes local={local} peerName={peerName} />
          </>
        ) : (
          t.sharing.starting
        )}
      </p>
      {on && local.shareSound === "on" && !local.sharePaused && <ShareSoundMeter />}
      {on && <ShareControls local={local} />}
      {on && <ShareQuality />}
      {on && <AllowInk className={styles.stop} />}
      <Button className={styles.stop} onClick={intents.stopShare}>
        {t.calls.stop}
      </Button>
      <ShareSoundNote />
    </div>
  );
}
