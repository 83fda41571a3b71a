/** From this level on a share counts as sounding, dB. Dither and noise of converters stay below. */
const SOUNDING_DB = -70;
/** How long a share may be silent before that is told, s. */
const SILENT_AFTER_S = 1;

/** `silent`: nothing came in the first second, and nothing has since. Once heard, a pause is just a pause. */
export type FirstSound = "waiting" | "silent" | "heard";

/** The level test of a share's first second. */
export function stepFirstSound(before: FirstSound, level: number, secondsRunning: number): FirstSound {
  if (before === "heard" || level > SOUNDING_DB) return "heard";
  return secondsRunning >= SILENT_AFTER_S ? "silent" : "waiting";
}
