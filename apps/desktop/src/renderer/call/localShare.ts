import type { CallId } from "@sightline/protocol";
import type { StampedCallEvent } from "./callEvents";
import type { LocalStep } from "./callStep";
import type { LocalMedia, LocalShare } from "./callView";

export const noShare: LocalShare = {
  share: "off",
  shareSound: "none",
  sharePaused: false,
  shareHidden: false,
  shareSwitching: false,
  shareClosed: false,
};

/** The share's part of a call; null when the event is not about it. */
export function stepShare(callId: CallId, local: LocalMedia, event: StampedCallEvent): LocalStep | null {
  switch (event.type) {
    case "shareRequested":
      if (local.share !== "off") return unchanged(local);
      return { local: { ...local, ...noShare, share: "starting" }, effects: [{ type: "startShare", callId }] };
    case "shareStopRequested":
      return local.share === "off" ? unchanged(local) : stop(callId, local);
    case "shareStarted":
      // Stopped while the picker was still open.
      if (local.share === "off") return { local, effects: [{ type: "stopShare", callId }] };
      return { local: { ...local, share: "on", shareSound: event.sound ? "on" : "none" }, effects: [] };
    case "shareSoundEnded":
      return { local: { ...local, shareSound: "none" }, effects: [] };
    case "shareEnded":
      return lose(callId, local, event.closed ?? false);
    default:
      return stepRunningShare(callId, local, event);
  }
}

/** What can happen to a share while it runs; none of it starts one. */
function stepRunningShare(callId: CallId, local: LocalMedia, event: StampedCallEvent): LocalStep | null {
  const running = local.share === "on";
  switch (event.type) {
    case "shareSwitchRequested":
      if (!running || local.shareSwitching) return unchanged(local);
      return { local: { ...local, shareSwitching: true }, effects: [{ type: "switchShare", callId }] };
    case "shareSwitched":
      // Stopped while the other source was being opened.
      if (local.share === "off") return { local, effects: [{ type: "stopShare", callId }] };
      if (!running) return unchanged(local);
      // Paused it stays: the new window is not shown before the person says so.
      return {
        local: { ...local, shareSwitching: false, shareHidden: false, shareSound: event.sound ? "on" : "none" },
        effects: [],
      };
    case "shareSwitchEnded":
      return { local: { ...local, shareSwitching: false }, effects: [] };
    case "sharePauseRequested":
      if (!running || local.sharePaused === event.paused) return unchanged(local);
      return {
        local: { ...local, sharePaused: event.paused },
        effects: [{ type: "pauseShare", callId, paused: event.paused }],
      };
    case "shareWindowChanged":
      if (!running) return unchanged(local);
      if (event.state === "closed") return stop(callId, local, true);
      return { local: { ...local, shareHidden: event.state === "minimised" }, effects: [] };
    default:
      return null;
  }
}

function unchanged(local: LocalMedia): LocalStep {
  return { local, effects: [] };
}

function stop(callId: CallId, local: LocalMedia, shareClosed = false): LocalStep {
  return { local: { ...local, ...noShare, shareClosed }, effects: [{ type: "stopShare", callId }] };
}

/** It ended by itself. A switch that was under way ends with it: there is nothing left to put another source in place of. */
function lose(callId: CallId, local: LocalMedia, closed: boolean): LocalStep {
  if (local.share === "off") return unchanged(local);
  const shareClosed = closed && local.share === "on";
  if (local.shareSwitching) return stop(callId, local, shareClosed);
  return { local: { ...local, ...noShare, shareClosed }, effects: [] };
}
