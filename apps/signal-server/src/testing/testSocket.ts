import { randomUUID } from "node:crypto";
import {
  type ClientEventInput,
  type ClientEventName,
  type ClientEventValue,
  PROTOCOL_VERSION,
  type Refusal,
  type Result,
  type ServerEventName,
  type ServerEventPayload,
  serverEvents,
} from "@sightline/protocol";
import { io, type Socket } from "socket.io-client";

export interface ConnectOptions {
  readonly device?: string;
  readonly token?: string;
  readonly protocol?: number;
  /** Nobody is at it. */
  readonly idle?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Received {
  readonly event: string;
  readonly payload: unknown;
}

/** Longer than anything here takes, shorter than a test may. */
const PATIENCE_MS = 8_000;

/** A connected device, which remembers everything it was told. */
export class TestSocket {
  readonly received: Received[] = [];
  private readonly waiting = new Set<() => void>();
  private readonly taken = new Set<Received>();

  constructor(
    readonly raw: Socket,
    readonly device: string,
  ) {
    raw.onAny((event: string, payload: unknown) => {
      const { [event as ServerEventName]: schema } = serverEvents;
      // Checked, but kept as it came: a parsed copy would hide fields that must not have been sent.
      schema?.parse(payload);
      this.received.push({ event, payload });
      for (const wake of this.waiting) wake();
    });
    raw.on("disconnect", () => {
      for (const wake of this.waiting) wake();
    });
  }

  /** Sends an event of the contract and answers its acknowledgement. */
  request<N extends ClientEventName>(event: N, payload: ClientEventInput<N>): Promise<Result<ClientEventValue<N>>> {
    return this.send(event, payload) as Promise<Result<ClientEventValue<N>>>;
  }

  /** Sends anything at all. */
  send(event: string, ...args: unknown[]): Promise<Result<unknown>> {
    return this.raw.timeout(PATIENCE_MS).emitWithAck(event, ...args);
  }

  /** The oldest event of this name that was not taken yet; waits for it. */
  async next<N extends ServerEventName>(event: N): Promise<ServerEventPayload<N>> {
    const found = () => this.received.find((item) => item.event === event && !this.taken.has(item));
    await this.until(() => found() !== undefined, `event ${event}`);
    const item = found();
    if (!item) throw new Error("unreachable");
    this.taken.add(item);
    return item.payload as ServerEventPayload<N>;
  }

  /** All of this name so far, the taken ones too. */
  all<N extends ServerEventName>(event: N): ServerEventPayload<N>[] {
    return this.received.filter((item) => item.event === event).map(({ payload }) => payload as ServerEventPayload<N>);
  }

  async disconnected(): Promise<void> {
    await this.until(() => !this.raw.connected, "disconnection");
  }

  /**
   * Names of all received events, presence and contacts left out. A ring counts once: a device that connects in the moment in
   * which it begins may be told twice.
   */
  callEvents(): string[] {
    const rings = new Set<unknown>();
    const isNews = ({ event, payload }: Received) => {
      if (event !== "call:incoming") return /^(call|signal):/.test(event);
      const { callId } = payload as ServerEventPayload<"call:incoming">;
      return rings.size < rings.add(callId).size;
    };
    return this.received.filter(isNews).map(({ event }) => event);
  }

  /** The same, and forgets them. */
  takeCallEvents(): string[] {
    const names = this.callEvents();
    this.received.length = 0;
    this.taken.clear();
    return names;
  }

  close(): void {
    this.raw.disconnect();
  }

  private until(isTrue: () => boolean, what: string): Promise<void> {
    if (isTrue()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.waiting.delete(check);
      };
      const check = () => {
        if (!isTrue()) return;
        done();
        resolve();
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`no ${what}; received: ${JSON.stringify(this.received.map(({ event }) => event))}`));
      }, PATIENCE_MS);
      this.waiting.add(check);
    });
  }
}

function open(url: string, { device, token, protocol, idle, headers }: ConnectOptions, deviceId: string): Socket {
  return io(url, {
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    auth: { protocol: protocol ?? PROTOCOL_VERSION, device: device ?? deviceId, token, idle },
    extraHeaders: { ...headers },
  });
}

export function connectSocket(url: string, options: ConnectOptions): Promise<TestSocket> {
  const device = options.device ?? randomUUID();
  const raw = open(url, options, device);
  const socket = new TestSocket(raw, device);
  return new Promise((resolve, reject) => {
    raw.once("connect", () => resolve(socket));
    raw.once("connect_error", (error) => {
      raw.disconnect();
      reject(error);
    });
  });
}

/** The refusal a connection meets, or the words of the transport's error; "connected" when it meets none. */
export async function refusalOf(url: string, options: ConnectOptions): Promise<string> {
  try {
    (await connectSocket(url, options)).close();
    return "connected";
  } catch (error) {
    const { data, message } = error as Error & { data?: Refusal };
    return data?.code ?? message;
  }
}
