import { MicOff } from "lucide-react";
import type { LocalMedia } from "../../call/callView";
import { useDevices } from "../hooks/stores";
import { Spinner } from "../kit/Spinner";
import { VideoTile } from "../kit/VideoTile";
import { t } from "../strings/strings";
import styles from "./SelfView.module.css";
import { TileCaption } from "./TileCaption";

interface SelfViewProps {
  local: LocalMedia;
  /** Class that gives it a place beside other pictures; without one it floats in the corner of what it is in. */
  beside?: string | undefined;
}

/** One's own picture while the camera is on, or opens. */
export function SelfView({ local, beside }: SelfViewProps) {
  const away = useDevices((devices) => devices.cameraFacesAway);
  const audible = local.microphone === "on" || local.microphone === "opening";
  if (local.camera !== "on" && local.camera !== "opening") return null;
  return (
    <VideoTile
      className={beside ?? styles.floating}
      stream="localCamera"
      label={t.calls.tiles.localCamera}
      on={local.camera === "on"}
      mirrored={!away}
      placeholder={<Spinner />}
    >
      <TileCaption
        name={t.calls.you}
        icon={<MicOff size={14} aria-hidden="true" />}
        state={audible ? null : t.calls.youMuted}
      />
    </VideoTile>
  );
}
