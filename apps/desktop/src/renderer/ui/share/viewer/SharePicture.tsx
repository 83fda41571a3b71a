import type { ReactNode, RefObject } from "react";
import { useStream } from "../../hooks/useStream";
import { usePlay } from "../../hooks/usePlay";
import { Spinner } from "../../kit/Spinner";
import type { PictureTool } from "./shareViewContext";
import styles from "./ShareView.module.css";
import { usePointers } from "./usePointers";
import type { ViewControl } from "./useView";
import { useWheel } from "./useWheel";
import { canPan, type Viewport } from "./viewport";

interface SharePictureProps {
  area: RefObject<HTMLDivElement | null>;
  video: RefObject<HTMLVideoElement | null>;
  view: ViewControl;
  tool: PictureTool | null;
  onPress: (by: "mouse" | "touch") => void;
  /** Stands in the picture's place while that is elsewhere. */
  instead: ReactNode;
}

/** From twice the size on, pixels are shown as what they are: text gets no sharper by smearing. */
const PIXELS_FROM_ZOOM = 2;

function pictureStyle({ left, top, width, height, zoom }: Viewport) {
  return { left, top, width, height, imageRendering: zoom >= PIXELS_FROM_ZOOM ? "pixelated" : "auto" } as const;
}

function cursorOf(viewport: Viewport | null, tool: PictureTool | null): string | undefined {
  if (tool) return tool.cursor;
  return viewport && canPan(viewport) ? "grab" : undefined;
}

/** The picture in its area, moved and sized by fingers, mouse and wheel. */
export function SharePicture({ area, video, view, tool, onPress, instead }: SharePictureProps) {
  const { viewport } = view;
  usePlay(video, useStream("remoteShare"));
  useWheel(area, view);
  const pointers = usePointers({ ...view, tool, onPress });
  return (
    <>
      <div ref={area} className={styles.area} style={{ cursor: cursorOf(viewport, tool) }} {...pointers}>
        <video
          ref={video}
          data-stream="remoteShare"
          className={viewport ? styles.picture : styles.waiting}
          style={viewport ? pictureStyle(viewport) : undefined}
          autoPlay
          muted
          playsInline
          tabIndex={-1}
          aria-hidden="true"
        />
      </div>
      {!viewport && (
        <div className={styles.placeholder}>
          <Spinner size={28} />
        </div>
      )}
      {instead}
    </>
  );
}
