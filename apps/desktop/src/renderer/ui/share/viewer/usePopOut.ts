import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from "react";
import { useApp } from "../../appContext";
import { openPopOut, type PopOutWay, popOutWay } from "./popOutWindow";

export interface PopOut {
  /** Null where the browser cannot: then nothing is offered. */
  readonly way: PopOutWay | null;
  readonly isOut: boolean;
  /** The window of ours that the view is in; null while it is in the page. */
  readonly home: Window | null;
  /** The browser refused the last wish. */
  readonly refused: boolean;
  /** Inside a click. */
  toggle(): void;
}

interface PopOutParts {
  /** What moves: everything of the view. */
  readonly host: HTMLElement;
  /** Where it is in the page. */
  readonly place: RefObject<HTMLElement | null>;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly title: string;
}

/** What somebody else paused goes on: the system's floating picture has a button for it, and a move may do it, too. */
function useGoingOn(video: RefObject<HTMLVideoElement | null>): void {
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const goOn = () => {
      if (document.pictureInPictureElement === element || !element.srcObject || !element.paused) return;
      element.play().catch(() => undefined);
    };
    element.addEventListener("pause", goOn);
    element.addEventListener("leavepictureinpicture", goOn);
    return () => {
      element.removeEventListener("pause", goOn);
      element.removeEventListener("leavepictureinpicture", goOn);
    };
  }, [video]);
}

/** Is the system's floating picture shown? It is closed by the person, by us, or by the browser. */
function useFloating(video: RefObject<HTMLVideoElement | null>): boolean {
  const [floating, setFloating] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const follow = () => setFloating(document.pictureInPictureElement === element);
    element.addEventListener("enterpictureinpicture", follow);
    element.addEventListener("leavepictureinpicture", follow);
    return () => {
      element.removeEventListener("enterpictureinpicture", follow);
      element.removeEventListener("leavepictureinpicture", follow);
      if (document.pictureInPictureElement === element) document.exitPictureInPicture().catch(() => undefined);
    };
  }, [video]);
  return floating;
}

/** Moves the view to where its window is, and back; at the end of the share the window goes, too. */
function useMove({ host, place, video }: PopOutParts, home: Window | null, onClosed: () => void): void {
  useLayoutEffect(() => {
    const target = home ? home.document.body : place.current;
    if (!target || host.parentNode === target) return;
    target.append(host);
    // A move stops the picture.
    video.current?.play().catch(() => undefined);
  }, [host, place, video, home]);
  useEffect(() => {
    if (!home) return;
    home.addEventListener("pagehide", onClosed);
    return () => {
      home.removeEventListener("pagehide", onClosed);
      home.close();
    };
  }, [home, onClosed]);
}

/** The view in a window that is always on top. */
export function usePopOut(parts: PopOutParts): PopOut {
  const { platform } = useApp();
  const [way] = useState(() => popOutWay(window, document, platform.kind === "desktop"));
  const [home, setHome] = useState<Window | null>(null);
  const [refused, setRefused] = useState(false);
  const floating = useFloating(parts.video);
  const comeBack = useCallback(() => setHome(null), []);
  useMove(parts, home, comeBack);
  useGoingOn(parts.video);
  const { video, place, title } = parts;

  const toggle = useCallback(() => {
    const element = video.current;
    setRefused(false);
    const refuse = () => setRefused(true);
    // The share may have ended meanwhile.
    const moveIn = (opened: Window) => (place.current ? setHome(opened) : opened.close());
    if (home) setHome(null);
    else if (floating) document.exitPictureInPicture().catch(() => undefined);
    else if (element && way === "document")
      openPopOut(title, { width: element.videoWidth, height: element.videoHeight }).then(moveIn, refuse);
    else element?.requestPictureInPicture().catch(refuse);
  }, [home, floating, way, video, place, title]);

  return { way, isOut: home !== null || floating, home, refused, toggle };
}
