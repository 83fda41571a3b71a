import type { PulseFact } from "./linkPulse";

/** A short gap heals by itself more often than not. */
const DISCONNECTED_MS = 2000;

export interface LinkWatch {
  stop(): void;
}

type LinkFact = "connected" | "interrupted" | "failed";

/**
 * Turns the states of a connection, and whether anything comes in, into the three facts a call is interested in; each is told
 * once per change. Browsers notice after five seconds and more what `listen` hears within two.
 *
 * @param listen begins when the connection first works
 */
export function watchLink(
  pc: RTCPeerConnection,
  tell: (fact: LinkFact) => void,
  listen: (hear: (fact: PulseFact) => void) => { stop(): void },
): LinkWatch {
  let last: "none" | LinkFact = "none";
  let silent = false;
  let pulse: { stop(): void } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function change(fact: LinkFact): void {
    if (fact === last) return;
    last = fact;
    tell(fact);
  }

  function look(): void {
    if (pc.connectionState !== "disconnected") {
      clearTimeout(timer);
      timer = undefined;
    }
    if (pc.connectionState === "connected") {
      pulse ??= listen(hear);
      if (!silent) change("connected");
    } else if (pc.connectionState === "failed") change("failed");
    else if (pc.connectionState === "disconnected") timer ??= setTimeout(() => change("interrupted"), DISCONNECTED_MS);
    // Trying again (after an ICE restart): should that fail too, it is news.
    else if (last === "failed") last = "none";
  }

  function hear(fact: PulseFact): void {
    silent = fact === "silent";
    if (!silent) look();
    else if (last === "connected") change("interrupted");
  }

  pc.addEventListener("connectionstatechange", look);
  return {
    stop() {
      clearTimeout(timer);
      pulse?.stop();
      pc.removeEventListener("connectionstatechange", look);
    },
  };
}
