import { type RefObject, useCallback, useLayoutEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Size, Surroundings } from "./viewport";

/** Size of the area, CSS px. Watched by the window it is in: another window's observer sleeps when that one is hidden. */
function useAreaSize(areaRef: RefObject<HTMLElement | null>, home: Window): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const area = areaRef.current;
    if (!area) return;
    const measure = () => {
      const { width, height } = area.getBoundingClientRect();
      setSize(width > 0 && height > 0 ? { width, height } : null);
    };
    measure();
    const observer = new (home as typeof globalThis & Window).ResizeObserver(measure);
    observer.observe(area);
    return () => observer.disconnect();
  }, [areaRef, home]);
  return size;
}

/** Size of the picture as it arrives, video pixels. */
function usePictureSize(videoRef: RefObject<HTMLVideoElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const video = videoRef.current;
    if (!video) return;
    const read = () => {
      const { videoWidth: width, videoHeight: height } = video;
      if (width > 0 && height > 0)
        setSize((now) => (now?.width === width && now.height === height ? now : { width, height }));
    };
    read();
    video.addEventListener("loadedmetadata", read);
    video.addEventListener("resize", read);
    return () => {
      video.removeEventListener("loadedmetadata", read);
      video.removeEventListener("resize", read);
    };
  }, [videoRef]);
  return size;
}

/** Device pixels per CSS px; another screen or the browser's own zoom changes it. */
function usePixelRatio(home: Window): number {
  const subscribe = useCallback(
    (changed: () => void) => {
      let query: MediaQueryList;
      // A query tells only that its own ratio is left, so each change asks for the next.
      const watch = () => {
        query = home.matchMedia(`(resolution: ${home.devicePixelRatio}dppx)`);
        query.addEventListener("change", renew, { once: true });
      };
      const renew = () => {
        changed();
        watch();
      };
      watch();
      return () => query.removeEventListener("change", renew);
    },
    [home],
  );
  return useSyncExternalStore(subscribe, () => home.devicePixelRatio);
}

/** Room, picture and screen as they are; null until the first picture has come. */
export function useSurroundings(
  area: RefObject<HTMLElement | null>,
  video: RefObject<HTMLVideoElement | null>,
  home: Window,
): Surroundings | null {
  const view = useAreaSize(area, home);
  const picture = usePictureSize(video);
  const pixelRatio = usePixelRatio(home);
  return useMemo(() => (view && picture ? { view, picture, pixelRatio } : null), [view, picture, pixelRatio]);
}
