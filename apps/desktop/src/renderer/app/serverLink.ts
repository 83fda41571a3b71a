import { refused } from "@sightline/protocol";
import type { Platform } from "../platform/platform";
import { createHttpClient } from "../transport/httpClient";
import { connectSignal, type ServerMessage, type SignalClient, type SignalState } from "../transport/signalClient";
import type { Send } from "./effects/signalEffects";
import { createIceStock } from "./iceStock";

interface Options {
  readonly platform: Platform;
  /** This running copy of the app; calls are bound to it. */
  readonly device: string;
  readonly onMessage: (message: ServerMessage) => void;
  readonly onState: (state: SignalState) => void;
}

export type ServerLink = ReturnType<typeof createServerLink>;

/** The two ways to the server, HTTP and the socket, and the token that opens both. */
export function createServerLink({ platform, device, onMessage, onState }: Options) {
  let token: string | null = null;
  let signal: SignalClient | null = null;
  const address = platform.serverAddress;
  const http = createHttpClient({ address, token: () => token });
  const send: Send = (name, payload) =>
    signal ? signal.send(name, payload) : Promise.resolve(refused("server.unavailable"));

  const askForIce = async () => {
    const answer = await http.request("iceServers", {});
    return answer.ok ? answer.value : null;
  };
  const ice = createIceStock({ ask: askForIce, now: () => Date.now() });
  const follow = (state: SignalState) => {
    if (state === "online") ice.refill();
    onState(state);
  };

  return {
    http,
    send,
    ice,
    /** Takes up the stored token; false when there is none. */
    async loadToken() {
      token = await platform.loadToken();
      return token !== null;
    },
    /** False when the token lasts only until the app quits. */
    async keepToken(next: string | null) {
      token = next;
      return (await platform.saveToken(next)).persisted;
    },
    connect() {
      signal = connectSignal({ address, device, token, onMessage, onState: follow });
    },
    async disconnect() {
      ice.clear();
      signal?.close();
      signal = null;
      token = null;
      await platform.saveToken(null);
    },
  };
}
