import type { CallId } from "@sightline/protocol";
import type { CallEvent } from "../call/callEvents";
import type { CallState } from "../call/callState";
import { keepCaptureReady } from "../media/captureReady";
import type { Ringer } from "../media/ringer";
import type { StreamRegistry } from "../media/streams";
import type { Platform } from "../platform/platform";
import type { ServerMessage } from "../transport/signalClient";
import type { Stores } from "../ui/appContext";
import { createCallAnnouncer } from "./callAnnouncer";
import { createCallMedia } from "./callMedia";
import { createCallQuality } from "./callQuality";
import { createCallRunner, type EffectHandlers } from "./callRunner";
import type { DeviceFollower } from "./devices/followDevices";
import { mediaEffects } from "./effects/mediaEffects";
import { peerEffects } from "./effects/peerEffects";
import { signalEffects } from "./effects/signalEffects";
import { timerEffects } from "./effects/timerEffects";
import { createInkFlow } from "./ink/inkFlow";
import type { Notify } from "./notices";
import { eventOf } from "./serverEvents";
import type { ServerLink } from "./serverLink";
import { createWaitingFlow } from "./waiting/waitingFlow";
import { createRecovery } from "./recovery";
import { createSafetyCodes } from "./safetyCode";
import { createSharedTeller } from "./sharedTeller";
import { createShareQuality } from "./shareQuality";

interface Options {
  readonly platform: Platform;
  readonly stores: Stores;
  readonly streams: StreamRegistry;
  readonly link: Pick<ServerLink, "send" | "post" | "renew" | "ice">;
  readonly ringer: Ringer;
  readonly devices: DeviceFollower;
  readonly notify: Notify;
  /** A call is over and the server knows it. */
  readonly onEnded: () => void;
}

/** Puts the machine, its connection and the devices together. The writer of the call store. */
export function createCallFlow({ platform, stores, streams, link, ringer, devices, notify, onEnded }: Options) {
  const teller = createSharedTeller(platform.sharing);
  const ink = createInkFlow({ store: stores.ink, send: (message) => peer.sendInk(message), screen: platform.sharing });
  const dispatch = (event: CallEvent) => runner.dispatch(event);
  const recovery = createRecovery({ platform, link, state: () => runner.state(), dispatch });
  const safetyCodes = createSafetyCodes(stores);
  const followers = [teller, ink, recovery, safetyCodes, createCallQuality(stores, () => peer.stats())];
  const announcer = createCallAnnouncer({ platform, store: stores.call, followers, notify });
  const waiting = createWaitingFlow({ stores, send: link.send, running: () => runner.state(), dispatch });
  const allowed = (callId: CallId) => announcer.activityTold().then(() => callIdOf(runner.state()) === callId);

  const currentCall = () => callIdOf(runner.state());
  const media = createCallMedia({
    platform,
    stores,
    streams,
    devices,
    teller,
    sendTrack: (slot, track) => shareQuality.send(slot, track),
    callId: currentCall,
    allowed,
    onCancelled: (callId) => dispatch(afterCancelledShare(runner.state(), callId)),
    dispatch,
    notify,
  });
  const peer = peerEffects({
    ice: link.ice,
    relayOnly: () => stores.settings.getState().alwaysRelay,
    localTrack: media.gate.sent,
    streams,
    dispatch,
    onInk: ink.receive,
    onSafetyCode: safetyCodes.receive,
    now: Date.now,
  });
  const shareQuality = createShareQuality({ stores, peer });

  const runner = createCallRunner({
    now: Date.now,
    handlers: {
      ...signalEffects({ ...link, dispatch, onEndTold: onEnded }),
      ...peer.handlers,
      ...mediaEffects({ ...media, settings: stores.settings.getState, allowed, onCamera: peer.expectCamera, dispatch }),
      ...timerEffects({ dispatch, now: Date.now }),
      ...ringEffects(ringer),
    },
    onState: announcer.announce,
  });

  return {
    dispatch,
    waiting,
    tracks: media.tracks,
    shareFlow: media.shareFlow,
    shareQuality,
    ink,
    ...media.changer,
    /** Ends my call, if there is one. A ring is left to my other devices. */
    leave: () => leave(waiting, runner.state(), dispatch),
    /** Is a call (or a ring) going on? */
    busy: () => currentCall() !== null,
    serverBack: recovery.online,
    receive: (message: ServerMessage) => receive(message, stores, waiting.pass, onEnded),
  };
}

/** Who is called may answer any moment, and then opens a camera; who calls has theirs open already. */
function ringEffects(ringer: Ringer): Pick<EffectHandlers, "startRinging" | "stopRinging"> {
  let letCaptureGo = () => {};
  return {
    startRinging({ direction }) {
      letCaptureGo();
      if (direction === "incoming") letCaptureGo = keepCaptureReady(navigator.mediaDevices);
      ringer.start(direction);
    },
    stopRinging() {
      letCaptureGo();
      ringer.stop();
    },
  };
}

/** Ends my call, and forgets who waits beside it. */
function leave(waiting: { forget(): void }, call: CallState, dispatch: (event: CallEvent) => void): void {
  waiting.forget();
  if (isMine(call)) dispatch({ type: "hangUpRequested" });
}

export type CallFlow = ReturnType<typeof createCallFlow>;

function callIdOf(state: CallState): CallId | null {
  return state.phase === "idle" || state.phase === "ended" ? null : state.callId;
}

function receive(
  message: ServerMessage,
  { settings }: Pick<Stores, "settings">,
  pass: (event: CallEvent) => void,
  onEnded: () => void,
): void {
  const event = eventOf(message, settings.getState().connectEarly);
  if (event) pass(event);
  if (message.name === "call:ended") onEnded();
}

/** Did I call or accept? */
function isMine({ phase }: CallState): boolean {
  return phase === "outgoing" || phase === "inCall";
}

/** Who called only to share and then chose nothing does not want a voice call instead. */
function afterCancelledShare(call: CallState, callId: CallId): CallEvent {
  const onlyToShare = call.phase === "outgoing" && call.kind === "share";
  return onlyToShare ? { type: "hangUpRequested" } : { type: "shareEnded", callId };
}
