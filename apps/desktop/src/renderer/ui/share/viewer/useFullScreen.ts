import { type RefObject, useCallback, useEffect, useState } from "react";

/** `window`: where no element can have the whole screen, as on iPhones, it fills the window. */
export type FullScreen = "off" | "screen" | "window";

/** Gives an element the whole screen. Escape, the browser's own way out and `toggle` leave. */
export function useFullScreen(frame: RefObject<HTMLElement | null>): {
  full: FullScreen;
  toggle: () => void;
  leave: () => void;
} {
  const [full, setFull] = useState<FullScreen>("off");

  useEffect(() => {
    const follow = () =>
      setFull((now) => {
        if (frame.current && document.fullscreenElement === frame.current) return "screen";
        return now === "screen" ? "off" : now;
      });
    const press = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !document.querySelector("dialog[open]"))
        setFull((now) => (now === "window" ? "off" : now));
    };
    document.addEventListener("fullscreenchange", follow);
    window.addEventListener("keydown", press);
    return () => {
      document.removeEventListener("fullscreenchange", follow);
      window.removeEventListener("keydown", press);
    };
  }, [frame]);

  const leave = useCallback(() => {
    setFull("off");
    // Refused only when it is over already.
    if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
  }, []);

  const toggle = useCallback(() => {
    // Asked of the document: its event comes a moment after it is full, and what is drawn a moment after that.
    if (full === "window" || document.fullscreenElement) return leave();
    if (!frame.current || !document.fullscreenEnabled) return setFull("window");
    frame.current.requestFullscreen({ navigationUI: "hide" }).catch(() => setFull("window"));
  }, [frame, full, leave]);

  return { full, toggle, leave };
}
