import type { CallEvent } from "../call/callEvents";
import type { CallState } from "../call/callState";
import type { Platform } from "../platform/platform";
import type { NetworkNews } from "../platform/network";
import { createCallResume } from "./callResume";
import type { ServerLink } from "./serverLink";

/** How long a socket may take to prove that it lives while nothing comes from the other side, ms. */
const PROOF_MS = 700;
/** One change of network makes several pieces of news, ms. */
const TOGETHER_MS = 150;

interface Options {
  readonly platform: Pick<Platform, "onNetworkNews">;
  readonly link: Pick<ServerLink, "send" | "renew">;
  readonly state: () => CallState;
  readonly dispatch: (event: CallEvent) => void;
}

/**
 * Keeps the ways to the server and to the other side in step: what breaks the one has often broken the other, and a new path
 * between the two is found by signals through the server.
 */
export function createRecovery({ platform, link, state, dispatch }: Options) {
  const resume = createCallResume({ send: link.send, state, dispatch });
  let interrupted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const prove = async () => {
    if (!(await resume.works(PROOF_MS))) link.renew();
  };
  const move = () => {
    link.renew();
    const call = state();
    if (call.phase === "inCall") dispatch({ type: "networkChanged", callId: call.callId });
  };
  platform.onNetworkNews((news: NetworkNews) => {
    // Out of a call a page that is not looked at runs too seldom to tell that from sleep.
    if (news === "woke" && state().phase !== "inCall") return;
    clearTimeout(timer);
    timer = setTimeout(move, TOGETHER_MS);
  });

  return {
    /** The socket stands (again): what was missed of the call is asked for. */
    online: resume.online,
    follow(call: CallState) {
      const now = call.phase === "inCall" && call.link === "reconnecting";
      if (now && !interrupted) void prove();
      interrupted = now;
    },
  };
}
