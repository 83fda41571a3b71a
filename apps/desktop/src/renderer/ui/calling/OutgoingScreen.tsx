import { PhoneOff } from "lucide-react";
import { useApp } from "../appContext";
import { useDevices } from "../hooks/stores";
import { useFocusOnMount } from "../hooks/useFocusOnMount";
import { Avatar } from "../kit/Avatar";
import { RoundButton } from "../kit/RoundButton";
import { VideoTile } from "../kit/VideoTile";
import { t } from "../strings/strings";
import { DeviceProblems } from "./DeviceProblems";
import styles from "./Ringing.module.css";
import type { OutgoingView } from "./views";

/** It rings on their side. With the camera on, one's own picture is the background. */
export function OutgoingScreen({ view: { peer, kind, status, local } }: { view: OutgoingView }) {
  const { intents } = useApp();
  const away = useDevices((devices) => devices.cameraFacesAway);
  const heading = useFocusOnMount<HTMLHeadingElement>();
  return (
    <main className={styles.screen}>
      {local.camera !== "off" && (
        <VideoTile
          className={styles.backdrop}
          stream="localCamera"
          label={t.calls.tiles.localCamera}
          on={local.camera === "on"}
          mirrored={!away}
        />
      )}
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
      </div>
      <div className={styles.actions}>
        <DeviceProblems local={local} />
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
