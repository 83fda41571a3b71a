/** What the browser does to a voice before it is sent. */
export interface VoiceProcessing {
  readonly noiseSuppression: boolean;
  readonly echoCancellation: boolean;
  readonly autoGain: boolean;
}

/** The same in the browser's words; the sound of a share never has any of it. */
export function processingConstraints({ noiseSuppression, echoCancellation, autoGain }: VoiceProcessing) {
  return { noiseSuppression, echoCancellation, autoGainControl: autoGain };
}

/**
 * Changes the processing of an open microphone. False where it has to be opened anew for that: Chromium accepts the request
 * and does nothing. What a browser does not tell of is taken as done.
 */
export async function setProcessing(track: MediaStreamTrack, processing: VoiceProcessing): Promise<boolean> {
  const wanted = processingConstraints(processing);
  await track.applyConstraints(wanted).catch(() => undefined);
  const now = track.getSettings();
  const names = ["noiseSuppression", "echoCancellation", "autoGainControl"] as const;
  return names.every((name) => now[name] === undefined || Boolean(now[name]) === wanted[name]);
}
