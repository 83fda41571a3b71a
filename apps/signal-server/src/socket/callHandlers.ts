import type { CallDesk } from "../domain/calls/callDesk";
import type { EventHandlers } from "./bindEvents";

type CallEvents = "call:invite" | "call:accept" | "call:decline" | "call:cancel" | "call:hangUp";

export function callHandlers(desk: CallDesk): Pick<EventHandlers, CallEvents> {
  return {
    "call:invite": ({ data }, payload) => desk.invite(data.user, data.party.deviceId, payload),
    "call:accept": ({ data }, { callId }) => desk.accept(data.party, callId, data.deviceName),
    "call:decline": ({ data }, { callId }) => desk.decline(data.party, callId, data.deviceName),
    "call:cancel": ({ data }, { callId }) => desk.cancel(data.party, callId),
    "call:hangUp": ({ data }, { callId, reason }) => desk.hangUp(data.party, callId, reason),
  };
}
