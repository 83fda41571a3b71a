/**
 * Shared sound is not speech: processing made for speech would take it apart, and mono would halve it. A browser may do
 * either although it was asked not to; what it does not tell counts as right.
 */
export function isAltered(settings: MediaTrackSettings): boolean {
  const { echoCancellation, noiseSuppression, autoGainControl, channelCount } = settings;
  // Newer browsers name the kind of echo cancellation instead of `true`.
  const processed = [echoCancellation, noiseSuppression, autoGainControl].some(
    (one) => one !== undefined && one !== false,
  );
  return processed || channelCount === 1;
}
