import { INK_MESSAGES_PER_SECOND, type InkMessage, inkMessage } from "@sightline/protocol";
import { createMessageBudget } from "./messageBudget";

/** 64 points of a stroke, generously written. */
const MAX_MESSAGE_CHARACTERS = 4_096;
/** More than this waiting means that the link cannot follow: ink that comes late is worse than ink with a gap. */
const MAX_BUFFERED_BYTES = 16_384;

export interface InkChannel {
  send(message: InkMessage): void;
}

/**
 * The data channel for pointer and ink (negotiated, id 1). It is ordered, since a stroke is its points in their order; being
 * a stream of its own it holds nothing else up (RFC 8831, section 6.6). What does not fit the schema, or comes too fast, is
 * dropped.
 */
export function createInkChannel(pc: RTCPeerConnection, onMessage: (message: InkMessage) => void): InkChannel {
  const channel = pc.createDataChannel("ink", { negotiated: true, id: 1 });
  const mayPass = createMessageBudget(2 * INK_MESSAGES_PER_SECOND, () => performance.now());
  let allowance: InkMessage | null = null;

  channel.addEventListener("open", () => {
    if (allowance) channel.send(JSON.stringify(allowance));
    allowance = null;
  });
  channel.addEventListener("message", (event: MessageEvent<unknown>) => {
    const message = mayPass() ? parse(event.data) : null;
    if (message) onMessage(message);
  });
  return {
    send(message) {
      const isAllowance = message.type === "inkAllowed";
      if (channel.readyState === "connecting" && isAllowance) allowance = message;
      if (channel.readyState !== "open") return;
      if (isAllowance || channel.bufferedAmount < MAX_BUFFERED_BYTES) channel.send(JSON.stringify(message));
    },
  };
}

function parse(data: unknown): InkMessage | null {
  if (typeof data !== "string" || data.length > MAX_MESSAGE_CHARACTERS) return null;
  try {
    return inkMessage.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}
