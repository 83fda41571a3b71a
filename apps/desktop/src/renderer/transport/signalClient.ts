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
import { createOutbox, type Outbox } from "./outbox";
import { reconnectPause } from "./reconnectPace";

/** `outdated` and `ended` are final for this client; `offline` keeps trying by itself. */
export type SignalState = "connecting" | "online" | "offline" | "outdated" | "ended";

export type ServerMessage = {
  [N in ServerEventName]: { readonly name: N; readonly payload: ServerEventPayload<N> };
}[ServerEventName];

export interface SignalClient {
  /**
   * Sends and waits for the acknowledgement, up to ten seconds or `patienceMs`; while offline that includes the wait for
   * the connection. `server.unavailable` when it did not come: nothing is sent again.
   */
  send<N extends ClientEventName>(
    name: N,
    payload: ClientEventInput<N>,
    patienceMs?: number,
  ): Promise<Result<ClientEventValue<N>>>;
  /** Sends what must arrive, however long the server is away. */
  readonly post: Outbox["post"];
  /** The connection is not to be trusted any more, or worth another try: another one, at once. */
  renew(): void;
  close(): void;
}

interface Options {
  readonly address: string;
  readonly device: string;
  /** Asked before each connection: it may be another one by then. */
  readonly token: () => string | null;
  readonly onMessage: (message: ServerMessage) => void;
  readonly onState: (state: SignalState) => void;
  /** Is nobody at this device? Said with each connection. */
  readonly idle: () => boolean;
  /** A call waits for the connection: tries come closer together. */
  readonly inCall: () => boolean;
}

/** Longest wait for an acknowledgement, ms; then the answer is `server.unavailable`. */
const ACK_TIMEOUT_MS = 10_000;
/** Longest wait for a connection, ms: into a dead network it would never come. */
const CONNECT_TIMEOUT_MS = 4_000;
/** Least wait before trying again when the server itself asked us to go (restart, overload), ms. */
const SENT_AWAY_MS = 1_500;
/** A connection that lasted shorter than this, ms, was none: the pauses go on growing. */
const STEADY_MS = 3_000;

/** The one socket to the signaling server. Everything received is checked against the contract. */
export function connectSignal(options: Options): SignalClient {
  const { address, onMessage, onState } = options;
  const socket: Socket<ServerToClient, ClientToServer> = io(address, {
    transports: ["websocket"],
    auth: (tell: (data: Handshake) => void) => tell(handshakeOf(options)),
    forceNew: true,
    // Socket.IO's own way of coming back always waits before its first try.
    reconnection: false,
    timeout: CONNECT_TIMEOUT_MS,
  });
  const ask = createAsk(socket);
  const outbox = createOutbox({ ask, isOnline: () => socket.connected });
  const comeBack = createComeBack(socket, options);
  const stop = (state: "outdated" | "ended") => {
    comeBack.stop();
    onState(state);
  };

  onState("connecting");
  socket.on("connect", () => {
    comeBack.arrived();
    // First of all: a call that ended while we were away holds a seat until the server knows.
    outbox.online();
    onState("online");
  });
  socket.on("connect_error", (error) => {
    // `active` is false when the server itself refused.
    if (socket.active) return comeBack.start();
    const { data } = refusal.safeParse("data" in error ? error.data : null);
    if (data?.code === "protocol.version") return stop("outdated");
    if (data?.code === "auth.required") return stop("ended");
    comeBack.start(SENT_AWAY_MS);
  });
  socket.on("disconnect", (reason) => {
    if (reason === "io client disconnect") return;
    comeBack.start(reason === "io server disconnect" ? SENT_AWAY_MS : 0);
  });
  socket.onAny((name: string, payload: unknown) => {
    const message = checkedMessage(name, payload);
    if (!message) return;
    if (message.name === "session:ended") stop("ended");
    else onMessage(message);
  });

  return {
    send: ask,
    post: outbox.post,
    renew: comeBack.renew,
    close() {
      outbox.clear();
      comeBack.stop();
    },
  };
}

function handshakeOf({ device, token, idle }: Options): Handshake {
  const bearer = token();
  return { protocol: PROTOCOL_VERSION, device, idle: idle(), ...(bearer ? { token: bearer } : {}) };
}

type SignalSocket = Socket<ServerToClient, ClientToServer>;

/** Brings a lost connection back, for as long as it takes. */
function createComeBack(socket: SignalSocket, { inCall, onState }: Pick<Options, "inCall" | "onState">) {
  let failed = 0;
  let since = Number.POSITIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const start = (leastMs = 0) => {
    if (stopped) return;
    if (performance.now() - since > STEADY_MS) failed = 0;
    since = Number.POSITIVE_INFINITY;
    const pause = Math.max(leastMs, reconnectPause(failed, inCall(), Math.random()));
    failed += 1;
    clearTimeout(timer);
    timer = setTimeout(() => socket.connect(), pause);
    onState("offline");
  };
  return {
    start,
    arrived() {
      since = performance.now();
    },
    renew() {
      if (stopped) return;
      socket.disconnect();
      since = Number.NEGATIVE_INFINITY;
      start();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      socket.disconnect();
    },
  };
}

/** Sends and waits for the answer, which is checked. */
function createAsk(socket: SignalSocket): SignalClient["send"] {
  return async (name, payload, patienceMs = ACK_TIMEOUT_MS) => {
    if (!socket.connected && !(await connectedWithin(socket, patienceMs))) return refused("server.unavailable");
    try {
      // Socket.IO's types cannot follow a generic name to its acknowledgement; `SignalClient` and the schema below do.
      const untyped: Socket = socket;
      const answer: unknown = await untyped.timeout(patienceMs).emitWithAck(name, payload);
      const result = resultOf(clientEvents[name].value).safeParse(answer);
      return result.success ? (result.data as Result<ClientEventValue<typeof name>>) : refused("server.internal");
    } catch {
      return refused("server.unavailable");
    }
  };
}

function connectedWithin(socket: SignalSocket, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (is: boolean) => {
      clearTimeout(timer);
      socket.off("connect", arrived);
      resolve(is);
    };
    const arrived = () => done(true);
    const timer = setTimeout(() => done(false), ms);
    socket.on("connect", arrived);
  });
}

function checkedMessage(name: string, payload: unknown): ServerMessage | null {
  if (!Object.hasOwn(serverEvents, name)) return null;
  const parsed = serverEvents[name as ServerEventName].safeParse(payload);
  return parsed.success ? ({ name, payload: parsed.data } as ServerMessage) : null;
}
