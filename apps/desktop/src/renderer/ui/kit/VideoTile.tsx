import { type ReactNode, useRef } from "react";
import type { StreamName } from "../appContext";
import { useFirstFrame } from "../hooks/useFirstFrame";
import { usePlay } from "../hooks/usePlay";
import { useStream } from "../hooks/useStream";
import { classNames } from "./classNames";
import styles from "./VideoTile.module.css";

interface VideoTileProps {
  stream: StreamName;
  /** Accessible name, such as "Ada's camera". */
  label: string;
  /** Is a picture wanted? While not, or while there is no stream, the placeholder shows. */
  on: boolean;
  fit?: "cover" | "contain";
  mirrored?: boolean;
  placeholder?: ReactNode;
  /** Called when the first frame of each stream is on the screen. */
  onFirstFrame?: () => void;
  /** Drawn over the picture: names, states. */
  children?: ReactNode;
  className?: string;
}

/**
 * One moving picture. The video element stays mounted so that the first frame is painted without delay; sound never comes from here.
 */
export function VideoTile(props: VideoTileProps) {
  const {
    stream: name,
    label,
    on,
    fit = "cover",
    mirrored = false,
    placeholder,
    onFirstFrame,
    children,
    className,
  } = props;
  const video = useRef<HTMLVideoElement>(null);
  const stream = useStream(name);
  const shown = on && stream !== null;

  usePlay(video, stream);
  useFirstFrame(video, stream, onFirstFrame);

  return (
    <figure className={classNames(styles.tile, className)} aria-label={label}>
      <video
        ref={video}
        data-stream={name}
        className={classNames(styles.video, styles[fit], mirrored && styles.mirrored, !shown && styles.hidden)}
        autoPlay
        muted
        playsInline
        disablePictureInPicture
        tabIndex={-1}
        aria-hidden="true"
      />
      {!shown && <div className={styles.placeholder}>{placeholder}</div>}
      {children}
    </figure>
  );
}
