import { useRef } from "react";
import { useApp } from "../../appContext";
import { containedBox } from "./containedBox";
import styles from "./Ink.module.css";
import { useInkCanvas } from "./useInkCanvas";

/** What they draw on my share, over its preview: where nothing can be drawn on the screen itself, it is seen here. */
export function PreviewInk() {
  const { ink } = useApp();
  const canvas = useRef<HTMLCanvasElement>(null);
  useInkCanvas(canvas, ink.onMine, (element) => {
    const video = element.parentElement?.querySelector("video");
    const room = { width: element.clientWidth, height: element.clientHeight };
    return video ? containedBox(room, { width: video.videoWidth, height: video.videoHeight }) : null;
  });
  return <canvas ref={canvas} className={styles.canvas} data-ink="onMine" aria-hidden="true" />;
}
