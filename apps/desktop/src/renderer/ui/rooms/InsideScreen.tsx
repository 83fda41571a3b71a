import { DoorOpen, LogOut } from "lucide-react";
import { useApp } from "../appContext";
import { DeviceProblems } from "../calling/DeviceProblems";
import { useDevices, useRooms } from "../hooks/stores";
import { useFocusOnMount } from "../hooks/useFocusOnMount";
import { RoundButton } from "../kit/RoundButton";
import { VideoTile } from "../kit/VideoTile";
import { ConnectionBanner } from "../people/ConnectionBanner";
import { t } from "../strings/strings";
import styles from "./InsideScreen.module.css";
import { MirrorButtons } from "./Mirror";
import { OwnerTools } from "./OwnerTools";
import type { InsideView } from "./roomContext";

/** Inside and alone: waiting for the other one. */
export function InsideScreen({ visit: { look, choice } }: { visit: InsideView }) {
  const { intents } = useApp();
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const away = useDevices((devices) => devices.cameraFacesAway);
  const camera = useRooms((store) => store.camera);
  const microphone = useRooms((store) => store.microphone);
  return (
    <main className={styles.screen}>
      <VideoTile
        className={styles.backdrop}
        stream="preview"
        label={t.rooms.preview}
        on={camera === "on"}
        mirrored={!away}
      />
      <div className={styles.middle}>
        <span className={styles.sign}>
          <DoorOpen size={40} aria-hidden="true" />
        </span>
        <h1 ref={heading} tabIndex={-1} className={styles.name}>
          {look.name}
        </h1>
        <p className={styles.status} role="status">
          {t.rooms.waiting}
        </p>
        <p className={styles.why}>
          {t.rooms.waitingWhy} {t.rooms.waitingInside}
        </p>
        <OwnerTools look={look} />
      </div>
      <DeviceProblems local={{ camera, microphone }} />
      <ConnectionBanner />
      <div className={styles.controls} role="group" aria-label={t.calls.controls}>
        <MirrorButtons choice={choice} />
        <RoundButton
          label={t.rooms.leave}
          caption={t.rooms.leave}
          tone="danger"
          icon={<LogOut size={22} aria-hidden="true" />}
          onClick={intents.leaveRoom}
        />
      </div>
    </main>
  );
}
