import { type ReactNode, useMemo, useRef, useState } from "react";
import { usePlay } from "../../hooks/usePlay";
import { useStream } from "../../hooks/useStream";
import { classNames } from "../../kit/classNames";
import { Spinner } from "../../kit/Spinner";
import { type PictureTool, ShareViewProvider } from "./shareViewContext";
import { SizeStatus } from "./SizeStatus";
import styles from "./ShareView.module.css";
import { useAwake } from "./useAwake";
import { useFullScreen } from "./useFullScreen";
import { usePointers } from "./usePointers";
import { useSurroundings } from "./useSurroundings";
import { useView } from "./useView";
import { useViewKeys } from "./useViewKeys";
import { useWheel } from "./useWheel";
import { viewActions } from "./viewActions";
import { canPan, type Viewport } from "./viewport";
import { type ShareSound, ViewToolbar } from "./ViewToolbar";

interface ShareViewProps {
  /** Accessible name, such as "Ada's shared window". */
  label: string;
  sound: ShareSound | null;
  /** Drawn over the picture, in the coordinates of `useShareView().viewport`. Takes no pointer unless its styles say so. */
  children?: ReactNode;
  className?: string;
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

/** What the other shows: seen as large as one likes, moved, heard as loud as one likes. */
export function ShareView({ label, sound, children, className }: ShareViewProps) {
  const frame = useRef<HTMLElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [tool, setTool] = useState<PictureTool | null>(null);
  const home = window;
  usePlay(video, useStream("remoteShare"));

  const view = useView(useSurroundings(area, video, home));
  const { viewport, change } = view;
  const { full, toggle } = useFullScreen(frame);
  const actions = useMemo(() => viewActions(change, toggle), [change, toggle]);
  useViewKeys(home, actions);
  useWheel(area, view);
  const { awake, wake, sleep } = useAwake();
  const pointers = usePointers({
    ...view,
    tool,
    onPress: (by) => (by === "touch" && awake ? sleep() : wake()),
  });
  const context = useMemo(() => ({ viewport, setTool }), [viewport]);

  return (
    <figure
      ref={frame}
      className={classNames(styles.frame, full !== "off" && styles.full, full === "window" && styles.fills, className)}
      aria-label={label}
      onPointerMove={(event) => event.pointerType !== "touch" && wake()}
    >
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
      <ShareViewProvider value={context}>
        <div className={styles.over}>{children}</div>
        <SizeStatus />
      </ShareViewProvider>
      <ViewToolbar
        viewport={viewport}
        actions={actions}
        full={full}
        sound={sound}
        shown={awake || tool !== null}
        onUse={wake}
      />
    </figure>
  );
}
