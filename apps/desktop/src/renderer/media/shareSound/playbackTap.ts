import type { StreamName, StreamRegistry } from "../streams";

const played: readonly StreamName[] = ["remoteVoice", "remoteShareSound"];

/**
 * Brings what this page plays of the peer to a node's input, whatever tracks come and go. Chromium feeds a remote track's
 * samples only while an element plays it, which is just when it can come back.
 */
export function tapPlayback(streams: StreamRegistry, context: AudioContext, to: AudioNode, input: number): () => void {
  const taps = new Map<StreamName, { readonly stream: MediaStream; readonly node: AudioNode }>();

  function follow(): void {
    for (const name of played) {
      const stream = streams.get(name);
      const tap = taps.get(name);
      if (tap?.stream === stream || (!tap && !stream)) continue;
      tap?.node.disconnect();
      taps.delete(name);
      if (!stream || stream.getAudioTracks().length === 0) continue;
      const node = context.createMediaStreamSource(stream);
      node.connect(to, 0, input);
      taps.set(name, { stream, node });
    }
  }

  follow();
  const unsubscribe = streams.subscribe(follow);
  return () => {
    unsubscribe();
    for (const { node } of taps.values()) node.disconnect();
    taps.clear();
  };
}
