import type { CallEvent } from "../call/callEvents";
import type { ServerMessage } from "../transport/signalClient";

/** The machine's event for a server's message; null for what is not about calls. */
export function eventOf(message: ServerMessage): CallEvent | null {
  switch (message.name) {
    case "call:incoming": {
      const { from, ...rest } = message.payload;
      return { type: "incoming", peer: from, ...rest };
    }
    case "call:accepted":
      return { type: "acceptedByPeer", ...message.payload };
    case "call:ended":
      return { type: "endedByServer", ...message.payload };
    case "signal:description":
      return { type: "descriptionReceived", ...message.payload };
    case "signal:candidates":
      return { type: "candidatesReceived", ...message.payload };
    default:
      return null;
  }
}
