import { refused } from "@sightline/protocol";
import type { Platform } from "../platform/platform";
import { createHttpClient } from "../transport/httpClient";
import { connectSignal, type ServerMessage, type SignalClient, type SignalState } from "../transport/signalClient";
import type { Post, Send } from "./effects/signalEffects";
import { createIceStock } from "./iceStock";

interface Options {
  readonly platform: Platform;
  /** This running copy of the app; calls are bound to it. */
  readonly device: string;
  readonly onMessage: (message: ServerMessage) => void;
  readonly onState: (state: SignalState) => void;
  readonly inCall: () => boolean;
  /** Is nobody at this device? */
  readonly idle: () => boolean;
}

export type ServerLink = ReturnType<typeof createServerLink>;

/** The two ways to the server, HTTP and the socket, and the token that opens both. */
export function createServerLink({ platform, onState, ...options }: Options) {
  let token: string | null = null;
  let signal: SignalClient | null = null;
  const address = platform.serverAddress;
  const http = createHttpClient({ address, token: () => token });
  const send: Send = (name, payload, patienceMs) =>
    signal ? signal.send(name, payload, patienceMs) : Promise.resolve(refused("server.unavailable"));
  const post: Post = (letter, onAnswer) => signal?.post(letter, onAnswer);

  const askForIce = async () => {
    const answer = await http.request("iceServers", {});
    return answer.ok ? answer.value : null;
  };
  const ice = createIceStock({ ask: askForIce, now: () => Date.now() });
  const follow = (state: SignalState) => {
    if (state === "online") ice.refill();
    onState(state);
  };

  /** False when the token lasts only until the app quits. */
  const keepToken = async (next: string | null) => {
    token = next;
    return (await platform.saveToken(next)).persisted;
  };

  return {
    http,
    send,
    post,
    /** Connects anew at once. */
    renew: () => signal?.renew(),
    ice,
    /** Takes up the stored token; false when there is none. */
    async loadToken() {
      token = await platform.loadToken();
      return token !== null;
    },
    keepToken,
    /** After a change the token so far is void; browsers have the new one in their cookie. */
    async keepRenewed({ token: next }: { readonly token?: string | undefined }) {
      if (next !== undefined) await keepToken(next);
    },
    connect() {
      signal = connectSignal({ ...options, address, token: () => token, onState: follow });
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
