import type { ShareCommand } from "../../shared/sharing";
import { words } from "../words";

/** What the tray shows of a running share. */
export interface TrayShare {
  /** Title of the shared window or screen; null where it is not known. */
  readonly title: string | null;
  readonly paused: boolean;
  /** The key that stops it, as written on the keyboard; null where there is none, or it does nothing. */
  readonly stopKeys: string | null;
}

export interface TrayEntry {
  readonly label: string;
  readonly does: ShareCommand | "show";
}

/** Longer window titles would make the hint wider than the screen; Windows cuts at 127 characters. */
const MOST_OF_TITLE = 60;

export function trayHint({ title, paused }: TrayShare): string {
  const what = title && title.length > MOST_OF_TITLE ? `${title.slice(0, MOST_OF_TITLE - 1)}…` : title;
  return (paused ? words.share.pausedHint : words.share.hint)(what ?? words.share.something);
}

export function trayEntries({ paused, stopKeys }: TrayShare): readonly TrayEntry[] {
  return [
    { label: words.share.stop(stopKeys), does: "stop" },
    paused ? { label: words.share.resume, does: "resume" } : { label: words.share.pause, does: "pause" },
    { label: words.share.show, does: "show" },
  ];
}
