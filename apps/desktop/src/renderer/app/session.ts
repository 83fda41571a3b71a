import type { ClientKind, Me } from "@sightline/protocol";
import type { StoreApi } from "zustand/vanilla";
import type { Platform } from "../platform/platform";
import type { HttpClient, HttpOutcome } from "../transport/httpClient";
import type { ServerMessage, SignalState } from "../transport/signalClient";
import type { Outcome, SessionStore } from "../ui/appContext";
import { createLogIn } from "./account/secondStep";
import type { NewAccount } from "../ui/session/serverContext";
import { isDone } from "./done";
import type { Notify } from "./notices";
import { createServerLink } from "./serverLink";

/** Wait before asking an unreachable server again who we are, ms. */
const RETRY_MS = 2_000;

interface Options {
  readonly platform: Platform;
  readonly device: string;
  readonly store: StoreApi<SessionStore>;
  readonly notify: Notify;
  readonly onMessage: (message: ServerMessage) => void;
  /** After each connection to the server: what was missed while away is read again. */
  readonly onOnline: () => void;
  readonly onSignedOut: () => void;
  readonly inCall: () => boolean;
  readonly idle: () => boolean;
}

export type Session = ReturnType<typeof createSession>;

/** Who is logged in. The writer of the session store. */
export function createSession({ platform, store, notify, onOnline, onSignedOut, ...options }: Options) {
  const client: ClientKind = platform.kind === "desktop" ? "desktop" : "web";
  const follow = (state: SignalState) => {
    if (state === "ended") {
      // To a guest the end of the room says it all.
      return void signOut(store.getState().me?.guestOf === undefined);
    }
    store.setState({ connection: state });
    if (state === "online") onOnline();
  };
  const link = createServerLink({ platform, ...options, onState: follow });

  const signIn = (me: Me) => {
    store.setState({ status: "signedIn", me, endedHere: false });
    link.connect();
  };
  const signOut = async (endedHere = false) => {
    store.setState({ status: "signedOut", me: null, endedHere });
    onSignedOut();
    await link.disconnect();
  };
  const enter = async (answer: HttpOutcome<{ me: Me; token?: string | undefined }>): Promise<Outcome> => {
    if (!answer.ok) {
      if (answer.failure.code === "protocol.version") store.setState({ connection: "outdated" });
      return answer;
    }
    const remembered = await link.keepToken(answer.value.token ?? null);
    store.setState({ remembered });
    if (!remembered) notify({ tone: "warning", message: "notRemembered" });
    signIn(answer.value.me);
    platform.askForNotifications();
    return isDone;
  };
  const resume = async (): Promise<void> => {
    const standing = await askStanding(link.http);
    switch (standing.as) {
      case "signedIn":
        return signIn(standing.me);
      case "unknown":
        setTimeout(() => void resume(), RETRY_MS);
        return store.setState({ connection: "offline" });
      case "outdated":
        return store.setState({ status: "signedOut", connection: "outdated" });
      case "signedOut":
        // Only the server's word that the session is over makes us forget it. A browser cannot know that it had one.
        return signOut(client === "desktop");
    }
  };

  return {
    link,
    /** Takes up the session of last time, if there is one. */
    async start() {
      const hasToken = await link.loadToken();
      if (client === "desktop" && !hasToken) store.setState({ status: "signedOut" });
      else await resume();
    },
    ...entrances(link.http, client, enter),
    ...person({ http: link.http, client, store, enter }),
    ...departures({ http: link.http, client, notify, signOut }),
  };
}

/** Who one is to others. */
function createProfile(http: HttpClient, store: StoreApi<SessionStore>) {
  const receive = (message: ServerMessage) => {
    if (message.name === "me:changed") store.setState({ me: message.payload });
  };
  const taken = (answer: HttpOutcome<Me>): Outcome => {
    if (!answer.ok) return answer;
    store.setState({ me: answer.value });
    return isDone;
  };
  return {
    receive,
    changeName: async (name: string) => taken(await http.request("changeName", { name })),
    changePicture: async (picture: Uint8Array<ArrayBuffer>) => taken(await http.request("changePicture", { picture })),
    removePicture: async () => taken(await http.request("removePicture", {})),
  };
}

interface Departing extends Pick<Options, "notify"> {
  readonly http: HttpClient;
  readonly client: ClientKind;
  readonly signOut: () => Promise<void>;
}

function departures({ http, client, notify, signOut }: Departing) {
  return {
    async logOut() {
      if (await endSession(http, client)) await signOut();
      else notify({ tone: "danger", message: "requestFailed" });
    },
    /** The account was deleted, and the session with it. */
    accountGone: () => signOut(),
  };
}

type Standing =
  | { readonly as: "signedIn"; readonly me: Me }
  | { readonly as: "signedOut" | "outdated" }
  /** The server cannot be asked right now. */
  | { readonly as: "unknown" };

async function askStanding(http: HttpClient): Promise<Standing> {
  const answer = await http.request("me", {});
  if (answer.ok) return { as: "signedIn", me: answer.value };
  switch (answer.failure.code) {
    case "network.unreachable":
    case "server.unavailable":
      return { as: "unknown" };
    case "protocol.version":
      return { as: "outdated" };
    default:
      return { as: "signedOut" };
  }
}

/**
 * Whether the session is over for this device. A browser cannot drop its cookie by itself: to look logged out and not
 * be would be worse than to say so.
 */
async function endSession(http: HttpClient, client: ClientKind): Promise<boolean> {
  const answer = await http.request("logOut", {});
  return answer.ok || client === "desktop" || answer.failure.code !== "network.unreachable";
}

function person(parts: Parameters<typeof createLogIn>[0]) {
  const { http, store } = parts;
  return {
    ...createLogIn(parts),
    ...createProfile(http, store),
    /** After a change of what the server says of the person. */
    async readMe() {
      const answer = await http.request("me", {});
      if (answer.ok) store.setState({ me: answer.value });
    },
  };
}

type Enter = (answer: HttpOutcome<{ me: Me; token?: string | undefined }>) => Promise<Outcome>;

function entrances(http: HttpClient, client: ClientKind, enter: Enter) {
  return {
    signUp: async (input: NewAccount) => enter(await http.request("signUp", { ...input, client })),
    enterAsGuest: async (input: { roomId: string; name: string }) =>
      enter(await http.request("enterAsGuest", { ...input, client })),
  };
}
