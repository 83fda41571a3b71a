import { type PeerMessage, peerMessage } from "@sightline/protocol";

/** Ours are below 200 characters. */
const MAX_MESSAGE_CHARACTERS = 4096;
const MAX_WAITING = 16;

export interface ControlChannel {
  send(message: PeerMessage): void;
  /**
   * Makes the other side send something: its SCTP acknowledges whatever arrives (RFC 9260, section 6.2). Nobody reads it, and
   * nothing waits for a channel that is not there.
   */
  ping(): void;
  /** Has anything been handed to the browser a moment ago, which closing at once would drop? */
  hasJustSent(): boolean;
}

/**
 * The data channel both sides know beforehand (negotiated, id 0), so that it costs no round trip and no `datachannel`
 * event. What does not fit the schema is dropped.
 */
export function createControlChannel(
  pc: RTCPeerConnection,
  onMessage: (message: PeerMessage) => void,
  onOpen: () => void = () => undefined,
): ControlChannel {
  const channel = pc.createDataChannel("control", { negotiated: true, id: 0 });
  const waiting: PeerMessage[] = [];
  let sentAt = Number.NEGATIVE_INFINITY;

  function send(message: PeerMessage): void {
    channel.send(JSON.stringify(message));
    sentAt = performance.now();
  }

  channel.addEventListener("open", () => {
    for (const message of waiting.splice(0)) send(message);
    onOpen();
  });
  channel.addEventListener("message", (event: MessageEvent<unknown>) => {
    const message = parse(event.data);
    if (message) onMessage(message);
  });
  return {
    send(message) {
      if (channel.readyState === "open") send(message);
      else if (channel.readyState === "connecting" && waiting.length < MAX_WAITING) waiting.push(message);
    },
    ping() {
      if (channel.readyState === "open") channel.send('{"type":"ping"}');
    },
    hasJustSent: () => channel.readyState === "open" && performance.now() - sentAt < 200,
  };
}

function parse(data: unknown): PeerMessage | null {
  if (typeof data !== "string" || data.length > MAX_MESSAGE_CHARACTERS) return null;
  try {
    return peerMessage.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}
