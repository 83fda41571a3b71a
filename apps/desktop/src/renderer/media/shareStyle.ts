interface TrackStyle {
  readonly contentHint: "text" | "motion";
  /** Frames per second the capture gives at most. */
  readonly frameRate: number;
}

/** Tells the encoder what it is looking at, and the capture how often it need look. The picture keeps its own size. */
export async function styleShareTrack(track: MediaStreamTrack, { contentHint, frameRate }: TrackStyle): Promise<void> {
  track.contentHint = contentHint;
  // A source that cannot change its rate is slowed down by the sender.
  await track.applyConstraints({ frameRate: { ideal: frameRate, max: frameRate } }).catch(() => {});
}
