import { type ReactNode, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { classNames } from "../../kit/classNames";
import { PoppedOut } from "./PoppedOut";
import { SharePicture } from "./SharePicture";
import { type PictureTool, ShareViewProvider } from "./shareViewContext";
import styles from "./ShareView.module.css";
import { ShareViewStatus } from "./ShareViewStatus";
import { useAwake } from "./useAwake";
import { useFullScreen } from "./useFullScreen";
import { usePopOut } from "./usePopOut";
import { useSurroundings } from "./useSurroundings";
import { useView } from "./useView";
import { useViewKeys } from "./useViewKeys";
import { viewActions } from "./viewActions";
import { type ShareSound, ViewToolbar } from "./ViewToolbar";

interface ShareViewProps {
  /** Accessible name, such as "Ada's shared window". */
  label: string;
  sound: ShareSound | null;
  /** Drawn over the picture, in the coordinates of `useShareView().viewport`. Takes no pointer unless its styles say so. */
  children?: ReactNode;
  className?: string;
}

/** What everything of the view lives in, so that it can move to another window without being made anew. */
function createHost(): HTMLElement {
  const host = document.createElement("div");
  host.className = styles.host ?? "";
  return host;
}

/** What the other shows: seen as large as one likes, moved, heard as loud as one likes, in the page or on top of all windows. */
export function ShareView({ label, sound, children, className }: ShareViewProps) {
  const frame = useRef<HTMLElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [host] = useState(createHost);
  const [tool, setTool] = useState<PictureTool | null>(null);

  const popOut = usePopOut({ host, place, video, title: label });
  const home = popOut.home ?? window;
  const view = useView(useSurroundings(area, video, home));
  const { viewport, change } = view;
  const { full, toggle, leave } = useFullScreen(frame);
  const actions = useMemo(
    () => viewActions({ change, toggleFullScreen: toggle, togglePopOut: popOut.toggle, leaveFullScreen: leave }),
    [change, toggle, leave, popOut.toggle],
  );
  useViewKeys(home, actions, popOut.home === null);
  const { awake, wake, sleep } = useAwake();
  const shown = awake || tool !== null;
  const context = useMemo(() => ({ viewport, shown, setTool }), [viewport, shown]);

  const content = (
    <div className={styles.content} onPointerMove={(event) => event.pointerType !== "touch" && wake()}>
      <SharePicture
        area={area}
        video={video}
        view={view}
        tool={tool}
        onPress={(by) => (by === "touch" && awake ? sleep() : wake())}
        instead={popOut.isOut && !popOut.home && <PoppedOut onReturn={popOut.toggle} />}
      />
      <ShareViewProvider value={context}>
        <div className={styles.over}>{children}</div>
        <ShareViewStatus refused={popOut.refused} />
      </ShareViewProvider>
      <ViewToolbar
        viewport={viewport}
        actions={actions}
        full={full}
        popOut={popOut}
        sound={sound}
        shown={shown}
        onUse={wake}
      />
    </div>
  );
  return (
    <figure
      ref={frame}
      className={classNames(styles.frame, full !== "off" && styles.full, full === "window" && styles.fills, className)}
      aria-label={label}
    >
      <div ref={place} className={styles.place} />
      {createPortal(content, host)}
      {popOut.home && <PoppedOut onReturn={popOut.toggle} />}
    </figure>
  );
}
