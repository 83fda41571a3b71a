import { type ClientKind, type IceServer, type Me, refused } from "@sightline/protocol";
import type { StoreApi } from "zustand/vanilla";
import type { Platform } from "../platform/platform";
import { createHttpClient, type HttpOutcome } from "../transport/httpClient";
import { connectSignal, type ServerMessage, type SignalClient, type SignalState } from "../transport/signalClient";
import type { Outcome, SessionStore } from "../ui/appContext";
import type { Send } from "./effects/signalEffects";
import type { Notify } from "./notices";

/** Wait before asking an unreachable server again who we are, ms. */
const RETRY_MS = 2_000;

interface Options {
  readonly platform: Platform;
  /** This running copy of the app; calls are bound to it. */
  readonly device: string;
  readonly store: StoreApi<SessionStore>;
  readonly notify: Notify;
  readonly onMessage: (message: ServerMessage) => void;
  /** After each connection to the server: what was missed while away is read again. */
  readonly onOnline: () => void;
  readonly onSignedOut: () => void;
}

export type Session = ReturnType<typeof createSession>;

/** Who is logged in, and the two ways to the server. The writer of the session store. */
export function createSession({ platform, device, store, notify, onMessage, onOnline, onSignedOut }: Options) {
  let token: string | null = null;
  let signal: SignalClient | null = null;
  let iceServers: readonly IceServer[] = [];
  const client: ClientKind = platform.kind === "desktop" ? "desktop" : "web";
  const http = createHttpClient({ address: platform.serverAddress, token: () => token });

  const signOut = async () => {
    signal?.close();
    signal = null;
    token = null;
    store.setState({ status: "signedOut", me: null });
    onSignedOut();
    await platform.saveToken(null);
  };
  const follow = (state: SignalState) => {
    if (state !== "ended") store.setState({ connection: state });
    if (state === "online") {
      onOnline();
      void readIceServers();
    }
    if (state === "ended") {
      notify({ tone: "warning", message: "sessionEnded" });
      void signOut();
    }
  };
  const readIceServers = async () => {
    const answer = await http.request("iceServers", {});
    if (answer.ok) iceServers = answer.value;
  };
  const signIn = (me: Me) => {
    store.setState({ status: "signedIn", me });
    signal = connectSignal({ address: platform.serverAddress, device, token, onMessage, onState: follow });
  };
  const enter = async (answer: HttpOutcome<{ me: Me; token?: string | undefined }>): Promise<Outcome> => {
    if (!answer.ok) {
      if (answer.failure.code === "protocol.version") store.setState({ connection: "outdated" });
      return answer;
    }
    token = answer.value.token ?? null;
    const { persisted } = await platform.saveToken(token);
    store.setState({ remembered: persisted });
    if (!persisted) notify({ tone: "warning", message: "notRemembered" });
    signIn(answer.value.me);
    platform.askForNotifications();
    return { ok: true, value: undefined };
  };
  const resume = async (): Promise<void> => {
    const answer = await http.request("me", {});
    if (answer.ok) return signIn(answer.value);
    if (answer.failure.code === "network.unreachable" || answer.failure.code === "server.unavailable") {
      store.setState({ connection: "offline" });
      setTimeout(() => void resume(), RETRY_MS);
      return;
    }
    // Only the server's word that the session is over makes us forget it.
    if (answer.failure.code === "protocol.version") store.setState({ connection: "outdated" });
    else if (token) await platform.saveToken(null);
    store.setState({ status: "signedOut" });
  };
  const send: Send = (name, payload) =>
    signal ? signal.send(name, payload) : Promise.resolve(refused("server.unavailable"));

  return {
    http,
    send,
    iceServers: () => iceServers,
    /** Takes up the session of last time, if there is one. */
    async start() {
      token = await platform.loadToken();
      if (client === "desktop" && !token) store.setState({ status: "signedOut" });
      else await resume();
    },
    signUp: async (input: { name: string; username: string; email: string; password: string }) =>
      enter(await http.request("signUp", { ...input, client })),
    logIn: async (input: { login: string; password: string }) =>
      enter(await http.request("logIn", { ...input, client })),
    async logOut() {
      await http.request("logOut", {});
      await signOut();
    },
  };
}
