import type { ViewOf } from "./callView";

/** The call as a person sees it; nothing of the machinery shows. */
export const viewOf: ViewOf = (state) => {
  switch (state.phase) {
    case "idle":
      return { screen: "none" };
    case "outgoing": {
      const { peer, kind, local, invite } = state;
      return { screen: "outgoing", peer, kind, local, status: invite === "acknowledged" ? "ringing" : "reaching" };
    }
    case "incoming":
      return { screen: "incoming", peer: state.peer, kind: state.kind };
    case "inCall": {
      const { peer, kind, link, connectedAt, local, remote } = state;
      return { screen: "inCall", peer, kind, link, connectedAt, local, remote };
    }
    case "ended": {
      const { peer, kind, role, reason, byMe, durationSeconds, device } = state;
      return { screen: "ended", peer, kind, role, reason, byMe, durationSeconds, ...(device && { device }) };
    }
  }
};
