import type { CallEvent } from "../call/callEvents";
import type { ServerMessage } from "../transport/signalClient";

/**
 * The machine's event for a server's message; null for what is not about calls.
 *
 * @param mayWarm does the person let calls connect while they ring?
 */
export function eventOf(message: ServerMessage, mayWarm: boolean): CallEvent | null {
  switch (message.name) {
    case "call:incoming": {
      const { from, warm = false, ...rest } = message.payload;
      return { type: "incoming", peer: from, ...rest, warm: warm && mayWarm };
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
