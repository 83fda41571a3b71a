/**
 * Tells when a captured picture has nothing new to show and when it has again: where the browser says so, it mutes the
 * track of a window that is minimised (https://www.w3.org/TR/mediacapture-streams/#track-muted). A window in which nothing
 * changes sends no frames either, so their absence alone tells nothing.
 */
export function watchPicture(track: EventTarget, onHidden: (hidden: boolean) => void): void {
  track.addEventListener("mute", () => onHidden(true));
  track.addEventListener("unmute", () => onHidden(false));
}
