// Vite makes of each a file of our origin, as the page's policy wants it; the linter does not know the query.
// oxlint-disable-next-line import/default
import feedUrl from "./feed.worklet.ts?worker&url";
// oxlint-disable-next-line import/default
import guardUrl from "./guard.worklet.ts?worker&url";
import { SAMPLE_RATE } from "./sampleQueue";
import { FEED_PROCESSOR, GUARD_PROCESSOR } from "./workletMessages";

/** A browser that does not let the page sound answers `resume()` never. */
const RUNS_WITHIN_MS = 2_000;

/** The audio nodes of one share: source -> guard -> what is sent. */
export interface AudioGraph {
  readonly context: AudioContext;
  /** Input 0: the share. Input 1: what is played of the peer. */
  readonly guard: AudioWorkletNode;
  /** What may be sent. */
  readonly track: MediaStreamTrack;
  /** A source that plays what its port is sent. */
  feed(): AudioWorkletNode;
}

/** Null when the browser does not let it run. Nothing sounds here: the graph has no way to the speakers. */
export async function openAudioGraph(): Promise<AudioGraph | null> {
  let context: AudioContext | null = null;
  try {
    context = new AudioContext({ sampleRate: SAMPLE_RATE, latencyHint: "interactive" });
    await Promise.all([
      context.audioWorklet.addModule(guardUrl),
      context.audioWorklet.addModule(feedUrl),
      running(context),
    ]);
    return graphIn(context);
  } catch {
    void context?.close().catch(() => undefined);
    return null;
  }
}

function graphIn(context: AudioContext): AudioGraph {
  const guard = new AudioWorkletNode(context, GUARD_PROCESSOR, {
    numberOfInputs: 2,
    numberOfOutputs: 1,
    outputChannelCount: [2],
    channelCount: 2,
    channelCountMode: "clamped-max",
  });
  const sent = new MediaStreamAudioDestinationNode(context, { channelCount: 2 });
  guard.connect(sent);
  const [track] = sent.stream.getAudioTracks();
  if (!track) throw new Error("the audio graph has no track");
  track.contentHint = "music";
  return {
    context,
    guard,
    track,
    feed: () => new AudioWorkletNode(context, FEED_PROCESSOR, { numberOfInputs: 0, outputChannelCount: [2] }),
  };
}

async function running(context: AudioContext): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the page may not sound")), RUNS_WITHIN_MS);
  });
  await Promise.race([context.resume(), late]).finally(() => clearTimeout(timer));
}
