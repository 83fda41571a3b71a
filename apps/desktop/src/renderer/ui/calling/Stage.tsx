import { Mic, MicOff } from "lucide-react";
import { Avatar } from "../kit/Avatar";
import { classNames } from "../kit/classNames";
import { Spinner } from "../kit/Spinner";
import { VideoTile } from "../kit/VideoTile";
import { RemoteShareState } from "../share/RemoteShareState";
import { ShareFigures } from "../share/ShareFigures";
import { InkTools } from "../share/ink/InkTools";
import { PreviewInk } from "../share/ink/PreviewInk";
import { ShareView } from "../share/viewer/ShareView";
import { t } from "../strings/strings";
import { SelfView } from "./SelfView";
import styles from "./Stage.module.css";
import { TileCaption } from "./TileCaption";
import type { InCallView } from "./views";

interface StageProps {
  view: InCallView;
  /** May one's own picture be drawn? */
  drawsOwn: boolean;
  /** Their first frame is painted. */
  onTheirs: () => void;
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

interface RemoteCameraProps {
  view: InCallView;
  className: string;
  onFirstFrame: () => void;
}

function RemoteCamera({ view, className, onFirstFrame }: RemoteCameraProps) {
  const { peer, remote, connectedAt } = view;
  const Icon = remote.microphone ? Mic : MicOff;
  return (
    <VideoTile
      className={className}
      stream="remoteCamera"
      label={t.calls.tiles.remoteCamera(peer.name)}
      on={remote.camera}
      onFirstFrame={onFirstFrame}
      placeholder={<PeerPlaceholder view={view} />}
    >
      <TileCaption
        name={peer.name}
        icon={<Icon size={14} aria-hidden="true" />}
        state={remote.microphone || connectedAt === null ? null : t.calls.peerMuted(peer.name)}
      />
    </VideoTile>
  );
}

/**
 * The pictures. What the peer shows is the hero; cameras stand beside it. The peer's camera keeps its element when the
 * layout changes, so that it does not go black in between.
 */
export function Stage({ view, drawsOwn, onTheirs, shareVolume, onShareVolume }: StageProps) {
  const { peer, local, remote } = view;
  const beside = remote.share || local.share === "on";
  return (
    <div className={classNames(styles.stage, beside && styles.split)}>
      {remote.share && (
        <ShareView
          className={classNames(styles.hero, styles.share)}
          label={t.calls.tiles.remoteShare(peer.name)}
          sound={remote.shareSound ? { volume: shareVolume, onVolume: onShareVolume } : null}
        >
          <RemoteShareState view={view} />
          <ShareFigures />
          <InkTools />
        </ShareView>
      )}
      <RemoteCamera
        view={view}
        className={classNames(remote.share ? styles.side : styles.hero)}
        onFirstFrame={onTheirs}
      />
      {local.share === "on" && (
        <VideoTile
          className={classNames(styles.side)}
          stream="localShare"
          label={t.calls.tiles.localShare}
          on
          fit="contain"
          placeholder={<Spinner />}
        >
          <PreviewInk />
        </VideoTile>
      )}
      {drawsOwn && <SelfView local={local} beside={beside ? styles.side : undefined} />}
    </div>
  );
}
