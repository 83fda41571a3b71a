import type { CallDesk } from "../domain/calls/callDesk";
import type { EventHandlers } from "./bindEvents";

type CallEvents = "call:invite" | "call:accept" | "call:decline" | "call:cancel" | "call:hangUp";

export function callHandlers(desk: CallDesk): Pick<EventHandlers, CallEvents> {
  return {
    "call:invite": ({ data }, payload) => desk.invite(data.user, data.party.deviceId, payload),
    "call:accept": ({ data }, { callId, instead }) =>
      desk.accept(data.party, callId, { deviceName: data.deviceName, instead }),
    "call:decline": ({ data }, { callId, busy }) =>
      desk.decline(data.party, callId, { deviceName: data.deviceName, busy }),
    "call:cancel": ({ data }, { callId }) => desk.cancel(data.party, callId),
    "call:hangUp": ({ data }, { callId, reason }) => desk.hangUp(data.party, callId, reason),
  };
}
