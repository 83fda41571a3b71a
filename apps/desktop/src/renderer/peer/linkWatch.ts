/** A short gap heals by itself more often than not. */
const DISCONNECTED_MS = 2000;

export interface LinkWatch {
  stop(): void;
}

/** Turns the states of a connection into the three facts a call is interested in; each is told once per change. */
export function watchLink(
  pc: RTCPeerConnection,
  tell: (fact: "connected" | "interrupted" | "failed") => void,
): LinkWatch {
  let last: "none" | "connected" | "interrupted" | "failed" = "none";
  let timer: ReturnType<typeof setTimeout> | undefined;

  function change(fact: "connected" | "interrupted" | "failed"): void {
    if (fact === last) return;
    last = fact;
    tell(fact);
  }

  function look(): void {
    if (pc.connectionState !== "disconnected") {
      clearTimeout(timer);
      timer = undefined;
    }
    if (pc.connectionState === "connected") change("connected");
    else if (pc.connectionState === "failed") change("failed");
    else if (pc.connectionState === "disconnected") timer ??= setTimeout(() => change("interrupted"), DISCONNECTED_MS);
    // Trying again (after an ICE restart): should that fail too, it is news.
    else if (last === "failed") last = "none";
  }

  pc.addEventListener("connectionstatechange", look);
  return {
    stop() {
      clearTimeout(timer);
      pc.removeEventListener("connectionstatechange", look);
    },
  };
}
