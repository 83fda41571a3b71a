import { Maximize, Minimize, Minus, PictureInPicture2, Plus } from "lucide-react";
import { classNames } from "../../kit/classNames";
import { t } from "../../strings/strings";
import { ShareVolume } from "../ShareVolume";
import bar from "./OverBar.module.css";
import { ToolButton } from "./ToolButton";
import type { FullScreen } from "./useFullScreen";
import type { PopOut } from "./usePopOut";
import type { ViewActions } from "./viewActions";
import type { Viewport } from "./viewport";
import styles from "./ViewToolbar.module.css";

const SIZE = 18;

export interface ShareSound {
  /** 0 to 1. */
  readonly volume: number;
  onVolume(volume: number): void;
}

interface ViewToolbarProps {
  viewport: Viewport | null;
  actions: ViewActions;
  full: FullScreen;
  popOut: PopOut;
  /** Null while the share has no sound. */
  sound: ShareSound | null;
  shown: boolean;
  /** Somebody is about to use it. */
  onUse: () => void;
}

function SizeButtons({ viewport, actions }: { viewport: Viewport | null; actions: ViewActions }) {
  const zoom = viewport?.zoom ?? 1;
  return (
    <div className={styles.group}>
      <ToolButton label={t.shareView.zoomOut} shortcut="-" onClick={actions.zoomOut}>
        <Minus size={SIZE} aria-hidden="true" />
      </ToolButton>
      <span className={styles.percent} aria-hidden="true">
        {viewport && t.shareView.percent(zoom)}
      </span>
      <ToolButton label={t.shareView.zoomIn} shortcut="+" onClick={actions.zoomIn}>
        <Plus size={SIZE} aria-hidden="true" />
      </ToolButton>
      <ToolButton label={t.shareView.fit} shortcut="0" pressed={viewport?.mode === "fit"} onClick={actions.fit}>
        {t.shareView.fitShort}
      </ToolButton>
      <ToolButton
        label={t.shareView.original}
        shortcut="1"
        pressed={viewport?.mode === "original"}
        onClick={actions.original}
      >
        {t.shareView.originalShort}
      </ToolButton>
    </div>
  );
}

function WindowButtons({ actions, full, popOut }: Pick<ViewToolbarProps, "actions" | "full" | "popOut">) {
  const FullIcon = full === "off" ? Maximize : Minimize;
  return (
    <div className={styles.group}>
      {popOut.way && (
        <ToolButton label={t.shareView.popOut} pressed={popOut.isOut} onClick={actions.togglePopOut}>
          <PictureInPicture2 size={SIZE} aria-hidden="true" />
        </ToolButton>
      )}
      {!popOut.home && (
        <ToolButton
          label={full === "off" ? t.shareView.fullScreen : t.shareView.leaveFullScreen}
          shortcut="F"
          onClick={actions.toggleFullScreen}
        >
          <FullIcon size={SIZE} aria-hidden="true" />
        </ToolButton>
      )}
    </div>
  );
}

/** How the share is seen and heard. Out of sight while nobody needs it, never out of reach of the keyboard. */
export function ViewToolbar({ viewport, actions, full, popOut, sound, shown, onUse }: ViewToolbarProps) {
  return (
    <div
      className={classNames(bar.bar, styles.toolbar, shown && bar.shown)}
      role="group"
      aria-label={t.shareView.controls}
      onPointerDown={onUse}
    >
      <SizeButtons viewport={viewport} actions={actions} />
      {sound && <ShareVolume volume={sound.volume} onChange={sound.onVolume} />}
      <WindowButtons actions={actions} full={full} popOut={popOut} />
    </div>
  );
}
