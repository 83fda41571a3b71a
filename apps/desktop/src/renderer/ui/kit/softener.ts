/**
 * Plays a stream more quietly where an element's `volume` cannot be set: on iPhones it stays 1, whatever it is set to.
 */
export interface Softener {
  /** The stream to play instead. */
  readonly stream: MediaStream;
  /** @param volume 0 to 1 */
  setVolume(volume: number): void;
  close(): void;
}

/** Does setting an element's volume do anything here? */
export function canSetVolume(): boolean {
  const probe = document.createElement("audio");
  probe.volume = 0.5;
  return probe.volume === 0.5;
}

/** Resolves once it sounds; rejects where the page may not sound, and then the stream itself is played on. */
export async function openSoftener(source: MediaStream, volume: number): Promise<Softener> {
  const context = new AudioContext();
  const gain = new GainNode(context, { gain: volume });
  const out = new MediaStreamAudioDestinationNode(context);
  new MediaStreamAudioSourceNode(context, { mediaStream: source }).connect(gain).connect(out);
  // Chromium gives the graph samples of a remote track only while an element plays it.
  const feed = new Audio();
  feed.muted = true;
  feed.srcObject = source;
  try {
    await Promise.all([context.resume(), feed.play()]);
  } catch (fault) {
    await context.close();
    throw fault;
  }
  return {
    stream: out.stream,
    setVolume: (value) => void (gain.gain.value = value),
    close() {
      feed.srcObject = null;
      void context.close();
    },
  };
}
