import type { GrantedStreams } from "./capture/displayMedia";

/** The callback of `setDisplayMediaRequestHandler`, with the audio device ids that Electron's types leave out. */
export type DisplayMediaAnswer = (streams: GrantedStreams | Record<string, never> | null) => void;

/** Electron 44 and later deny with null; older ones with an empty answer, which also throws in the caller. */
export function denyDisplayMedia(answer: DisplayMediaAnswer, electronVersion = process.versions.electron): void {
  if (Number.parseInt(electronVersion ?? "", 10) >= 44) return answer(null);
  try {
    answer({});
  } catch {
    // The page has its refusal by now.
  }
}

/** Which button of a notification was pressed: in the event on current versions, the second argument on older ones. */
export function pressedButton(event: object, index: number | undefined): number | undefined {
  return "actionIndex" in event ? Number(event.actionIndex) : index;
}
