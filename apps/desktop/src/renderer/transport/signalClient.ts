import {
  type ClientEventInput,
  type ClientEventName,
  type ClientEventValue,
  clientEvents,
  type ClientToServer,
  type Handshake,
  PROTOCOL_VERSION,
  refusal,
  refused,
  type Result,
  resultOf,
  type ServerEventName,
  type ServerEventPayload,
  serverEvents,
  type ServerToClient,
} from "@sightline/protocol";
import { io, type Socket } from "socket.io-client";

/** `outdated` and `ended` are final for this client; `offline` keeps trying by itself. */
export type SignalState = "connecting" | "online" | "offline" | "outdated" | "ended";

export type ServerMessage = {
  [N in ServerEventName]: { readonly name: N; readonly payload: ServerEventPayload<N> };
}[ServerEventName];

export interface SignalClient {
  /** Sends and waits for the acknowledgement. While offline it waits for the connection, up to ten seconds. */
  send<N extends ClientEventName>(name: N, payload: ClientEventInput<N>): Promise<Result<ClientEventValue<N>>>;
  close(): void;
}

interface Options {
  readonly address: string;
  readonly device: string;
  readonly token: string | null;
  readonly onMessage: (message: ServerMessage) => void;
  readonly onState: (state: SignalState) => void;
}

/** Longest wait for an acknowledgement, ms; then the answer is `server.unavailable`. */
const ACK_TIMEOUT_MS = 10_000;
/** Wait before trying again when the server itself asked us to go (restart, overload), ms. */
const RETRY_MS = 1_500;

/** The one socket to the signaling server. Everything received is checked against the contract. */
export function connectSignal({ address, device, token, onMessage, onState }: Options): SignalClient {
  const auth: Handshake = { protocol: PROTOCOL_VERSION, device, ...(token ? { token } : {}) };
  const socket: Socket<ServerToClient, ClientToServer> = io(address, {
    transports: ["websocket"],
    auth,
    forceNew: true,
    reconnectionDelay: 200,
    reconnectionDelayMax: 5_000,
  });
  let retry: ReturnType<typeof setTimeout> | undefined;
  const reconnectSoon = () => {
    onState("offline");
    retry = setTimeout(() => socket.connect(), RETRY_MS);
  };
  const stop = (state: "outdated" | "ended") => {
    socket.disconnect();
    onState(state);
  };

  onState("connecting");
  socket.on("connect", () => onState("online"));
  socket.on("connect_error", (error) => {
    // `active` is false when the server itself refused: Socket.IO does not try again then.
    if (socket.active) return onState("offline");
    const { data } = refusal.safeParse("data" in error ? error.data : null);
    if (data?.code === "protocol.version") return stop("outdated");
    if (data?.code === "auth.required") return stop("ended");
    reconnectSoon();
  });
  socket.on("disconnect", (reason) => {
    if (reason === "io client disconnect") return;
    if (reason === "io server disconnect") reconnectSoon();
    else onState("offline");
  });
  socket.onAny((name: string, payload: unknown) => {
    const message = checkedMessage(name, payload);
    if (!message) return;
    if (message.name === "session:ended") stop("ended");
    else onMessage(message);
  });

  return {
    async send(name, payload) {
      try {
        // Socket.IO's types cannot follow a generic name to its acknowledgement; ours above and the schema below do.
        const untyped: Socket = socket;
        const answer: unknown = await untyped.timeout(ACK_TIMEOUT_MS).emitWithAck(name, payload);
        const result = resultOf(clientEvents[name].value).safeParse(answer);
        return result.success ? (result.data as Result<ClientEventValue<typeof name>>) : refused("server.internal");
      } catch {
        return refused("server.unavailable");
      }
    },
    close() {
      clearTimeout(retry);
      socket.disconnect();
    },
  };
}

function checkedMessage(name: string, payload: unknown): ServerMessage | null {
  if (!Object.hasOwn(serverEvents, name)) return null;
  const parsed = serverEvents[name as ServerEventName].safeParse(payload);
  return parsed.success ? ({ name, payload: parsed.data } as ServerMessage) : null;
}
