import { useState } from "react";
import { AudioOut } from "../kit/AudioOut";
import { ConnectionBanner } from "../people/ConnectionBanner";
import { SettingsDialog } from "../settings/SettingsDialog";
import { SharingBanner } from "../share/SharingBanner";
import { CallTopBar } from "./CallTopBar";
import { ControlBar, HangUpBar } from "./ControlBar";
import { DeviceProblems } from "./DeviceProblems";
import styles from "./InCallScreen.module.css";
import { Stage } from "./Stage";
import { useCallShortcuts } from "./useCallShortcuts";
import { useTheirsFirst } from "./useTheirsFirst";
import { WaitingBanner } from "./waiting/WaitingBanner";
import type { InCallView } from "./views";

export function InCallScreen({ view }: { view: InCallView }) {
  const [settingsOpen, setSettingsOpen] = useState(false);
  const [shareVolume, setShareVolume] = useState(1);
  const drawn = useTheirsFirst(view.kind);
  useCallShortcuts(view.local);
  return (
    <main className={styles.screen}>
      {drawn.rest ? <CallTopBar view={view} /> : <div className={styles.top} />}
      <WaitingBanner />
      {view.local.share !== "off" && <SharingBanner local={view.local} peerName={view.peer.name} />}
      <div className={styles.stage}>
        <Stage
          view={view}
          drawsOwn={drawn.own}
          onTheirs={drawn.theirsShown}
          shareVolume={shareVolume}
          onShareVolume={setShareVolume}
        />
        <DeviceProblems local={view.local} />
        <ConnectionBanner inCall />
      </div>
      {drawn.rest ? <ControlBar local={view.local} onOpenSettings={() => setSettingsOpen(true)} /> : <HangUpBar />}
      <AudioOut stream="remoteVoice" />
      <AudioOut stream="remoteShareSound" volume={shareVolume} />
      {settingsOpen && <SettingsDialog devicesOnly onClose={() => setSettingsOpen(false)} />}
    </main>
  );
}
