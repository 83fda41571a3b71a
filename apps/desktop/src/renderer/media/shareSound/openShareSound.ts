import type { StreamRegistry } from "../streams";
import { type AudioGraph, openAudioGraph } from "./audioGraph";
import { tapPlayback } from "./playbackTap";
import { type SampleSound, startSamples } from "./samplesSource";
import { createShareSound, type ShareSound } from "./shareSound";
import { isAltered } from "./soundSettings";
import type { FeedOrder } from "./workletMessages";

export type { SampleSound };

/** A graph that is being made while the person still chooses; it takes a moment, and only a click allows it. */
export interface PreparedSound {
  /** From a captured track, which belongs to the sound from now on. */
  ofTrack(track: MediaStreamTrack): Promise<ShareSound>;
  /** From the samples of the desktop app. */
  ofSamples(): Promise<ShareSound>;
  discard(): void;
}

export interface ShareSounds {
  prepare(): PreparedSound;
}

interface Options {
  readonly streams: StreamRegistry;
  /** Null in a browser. */
  readonly samples: SampleSound | null;
}

/**
 * The one way of every share sound to the peer: through the guard. When the guard cannot run, no sound is sent at all:
 * an unguarded one could carry the peer's own voice.
 */
export function createShareSounds({ streams, samples }: Options): ShareSounds {
  return {
    prepare() {
      const opening = openAudioGraph();
      return {
        async ofTrack(captured) {
          const graph = await opening;
          const live = graph && captured.readyState === "live";
          const sound = live ? guarded(() => soundOfTrack(graph, captured, streams)) : null;
          return sound ?? noSound(graph, () => captured.stop());
        },
        async ofSamples() {
          const graph = await opening;
          const sound = graph && samples ? guarded(() => soundOfSamples(graph, samples, streams)) : null;
          return sound ?? noSound(graph, () => {});
        },
        discard: () => void opening.then((graph) => graph?.context.close()),
      };
    },
  };
}

/** Browsers may refuse a node, e.g. Firefox one of another sample rate. */
function guarded(make: () => ShareSound): ShareSound | null {
  try {
    return make();
  } catch {
    return null;
  }
}

function noSound(graph: AudioGraph | null, release: () => void): ShareSound {
  void graph?.context.close();
  const { sound, end } = createShareSound({ track: null, altered: false, guard: null, release });
  end("failed");
  return sound;
}

function soundOfTrack(graph: AudioGraph, captured: MediaStreamTrack, streams: StreamRegistry): ShareSound {
  const source = new MediaStreamAudioSourceNode(graph.context, { mediaStream: new MediaStream([captured]) });
  source.connect(graph.guard, 0, 0);
  const { sound, end } = soundIn(graph, streams, isAltered(captured.getSettings()), () => captured.stop());
  captured.addEventListener("ended", () => end("lost"));
  return sound;
}

function soundOfSamples(graph: AudioGraph, samples: SampleSound, streams: StreamRegistry): ShareSound {
  const feed = graph.feed();
  feed.connect(graph.guard, 0, 0);
  const running = startSamples(samples, {
    onSamples: (chunk) => feed.port.postMessage({ samples: chunk } satisfies FeedOrder),
    onEnd: (reason) => end(reason),
  });
  const { sound, end } = soundIn(graph, streams, false, () => running.stop());
  return sound;
}

function soundIn(graph: AudioGraph, streams: StreamRegistry, altered: boolean, stopSource: () => void) {
  const { context, guard, track } = graph;
  const untap = tapPlayback(streams, context, guard, 1);
  const made = createShareSound({
    track,
    altered,
    guard: guard.port,
    release() {
      stopSource();
      untap();
      void context.close();
    },
  });
  // A graph that stands still sends silence and guards nothing.
  context.addEventListener("statechange", () => context.state !== "running" && made.end("failed"));
  guard.addEventListener("processorerror", () => made.end("failed"));
  return made;
}
