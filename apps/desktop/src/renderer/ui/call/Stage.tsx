import { Mic, MicOff } from "lucide-react";
import { useDevices } from "../hooks/stores";
import { Avatar } from "../kit/Avatar";
import { classNames } from "../kit/classNames";
import { Spinner } from "../kit/Spinner";
import { VideoTile } from "../kit/VideoTile";
import { ShareVolume } from "../share/ShareVolume";
import { t } from "../strings/strings";
import styles from "./Stage.module.css";
import { TileCaption } from "./TileCaption";
import type { InCallView } from "./views";

interface StageProps {
  view: InCallView;
  shareVolume: number;
  onShareVolume: (volume: number) => void;
}

function PeerPlaceholder({ view: { peer, link, connectedAt } }: { view: InCallView }) {
  const waiting = connectedAt === null && link === "connecting";
  return (
    <span className={styles.peer}>
      <Avatar person={peer} size={96} className={styles.peerAvatar} />
      <span className={styles.peerWords}>{waiting ? t.calls.links.connecting : t.calls.peerCameraOff}</span>
    </span>
  );
}

/**
 * The pictures. What the peer shows is the hero; cameras stand beside it. Each tile keeps its element when the layout
 * changes, so that no picture goes black in between.
 */
export function Stage({ view, shareVolume, onShareVolume }: StageProps) {
  const { peer, local, remote } = view;
  const away = useDevices((devices) => devices.cameraFacesAway);
  const beside = remote.share || local.share === "on";
  const small = beside ? styles.side : styles.floating;
  return (
    <div className={classNames(styles.stage, beside && styles.split)}>
      {remote.share && (
        <VideoTile
          key="remoteShare"
          className={classNames(styles.hero, styles.share)}
          stream="remoteShare"
          label={t.calls.tiles.remoteShare(peer.name)}
          on
          fit="contain"
          placeholder={<Spinner size={28} />}
        />
      )}
      <VideoTile
        key="remoteCamera"
        className={classNames(styles.tile, remote.share ? styles.side : styles.hero)}
        stream="remoteCamera"
        label={t.calls.tiles.remoteCamera(peer.name)}
        on={remote.camera}
        placeholder={<PeerPlaceholder view={view} />}
      >
        <TileCaption
          name={peer.name}
          icon={remote.microphone ? <Mic size={14} aria-hidden="true" /> : <MicOff size={14} aria-hidden="true" />}
          state={remote.microphone || view.connectedAt === null ? null : t.calls.peerMuted(peer.name)}
        />
      </VideoTile>
      {local.share === "on" && (
        <VideoTile
          key="localShare"
          className={classNames(styles.tile, styles.side)}
          stream="localShare"
          label={t.calls.tiles.localShare}
          on
          fit="contain"
          placeholder={<Spinner />}
        />
      )}
      {(local.camera === "on" || local.camera === "opening") && (
        <VideoTile
          key="localCamera"
          className={classNames(styles.tile, small)}
          stream="localCamera"
          label={t.calls.tiles.localCamera}
          on={local.camera === "on"}
          mirrored={!away}
          placeholder={<Spinner />}
        >
          <TileCaption
            name={t.calls.you}
            icon={<MicOff size={14} aria-hidden="true" />}
            state={local.microphone === "on" || local.microphone === "opening" ? null : t.calls.youMuted}
          />
        </VideoTile>
      )}
      {remote.share && remote.shareSound && <ShareVolume volume={shareVolume} onChange={onShareVolume} />}
    </div>
  );
}
