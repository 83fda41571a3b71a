import type { CallActivity } from "../../shared/desktopApi";
import { type CallState, idle, type InCall } from "../call/callState";
import { viewOf } from "../call/callViewOf";
import type { Platform } from "../platform/platform";
import type { Stores } from "../ui/appContext";
import type { Notify } from "./notices";

interface Options {
  readonly platform: Pick<Platform, "setActivity">;
  readonly store: Stores["call"];
  /** Those who act on the call beside its machine. */
  readonly followers: readonly { follow(state: CallState): void }[];
  readonly notify: Notify;
}

/**
 * So long, ms, the screen of a new call waits, so that the tracks go into the connection first. Longer is worse: the pictures
 * of the other side are not to come before their place is drawn. Measured in docs/call-setup.md.
 */
const DRAW_AFTER_MS = 5;
/** The longest that it waits for the camera, ms: whoever has answered must see that. */
const DRAW_BY_MS = 250;

/** Tells each new state of the call to those who do not drive it: the platform, the person, the screens. */
export function createCallAnnouncer({ platform, store, followers, notify }: Options) {
  let activityTold: Promise<void> = Promise.resolve();
  let latest: CallState = idle;
  let due: ReturnType<typeof setTimeout> | undefined;
  const draw = () => {
    clearTimeout(due);
    due = undefined;
    store.setState(viewOf(latest), true);
  };
  // Its track goes into the connection first.
  const drawSoon = () => {
    clearTimeout(due);
    due = setTimeout(draw);
  };
  return {
    /** Resolves when the platform knows the phase of the call, and lets it open devices accordingly. */
    activityTold: () => activityTold,
    announce(state: CallState, previous: CallState) {
      if (state.phase !== previous.phase) activityTold = platform.setActivity(activityOf(state));
      for (const one of followers) one.follow(state);
      if (peerStoppedSharing(state, previous)) {
        const message = state.remote.shareClosed ? "shareClosedByPeer" : "shareEndedByPeer";
        notify({ tone: "info", message, peerName: state.peer.name });
      }
      if (myWindowClosed(state) && !myWindowClosed(previous)) notify({ tone: "info", message: "shareClosed" });
      latest = state;
      if (state.phase !== "inCall") draw();
      else if (previous.phase !== "inCall") due = setTimeout(draw, opensCamera(state) ? DRAW_BY_MS : DRAW_AFTER_MS);
      else if (due === undefined) draw();
      else if (opensCamera(previous) && !opensCamera(state)) drawSoon();
    },
  };
}

function peerStoppedSharing(state: CallState, previous: CallState): state is InCall {
  if (state.phase !== "inCall" || previous.phase !== "inCall") return false;
  // Another call may follow at once, with somebody who has shared nothing yet.
  return state.callId === previous.callId && previous.remote.share && !state.remote.share;
}

function opensCamera(state: InCall): boolean {
  return state.local.camera === "opening";
}

function myWindowClosed(state: CallState): boolean {
  return "local" in state && state.local.shareClosed;
}

function activityOf(state: CallState): CallActivity {
  switch (state.phase) {
    case "incoming":
      return { phase: "ringing", peerName: state.peer.name };
    case "outgoing":
    case "inCall":
      return { phase: "inCall" };
    default:
      return { phase: "idle" };
  }
}
