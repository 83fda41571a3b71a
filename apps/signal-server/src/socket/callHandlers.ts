import { refused } from "@sightline/protocol";
import type { CallDesk } from "../domain/calls/callDesk";
import { resumeCall, type ResumePorts } from "../domain/calls/resume";
import type { UserRepository } from "../domain/users/user";
import type { EventHandlers } from "./bindEvents";

type CallEvents =
  | "call:invite"
  | "call:warm"
  | "call:accept"
  | "call:decline"
  | "call:cancel"
  | "call:hangUp"
  | "call:resume";

export function callHandlers(
  desk: CallDesk,
  resuming: ResumePorts,
  users: Pick<UserRepository, "findAll">,
): Pick<EventHandlers, CallEvents> {
  return {
    async "call:invite"({ data }, payload) {
      // The name may have changed since this socket connected (R13).
      const caller = (await users.findAll([data.user.id])).get(data.user.id);
      return caller ? desk.invite(caller, data.party.deviceId, payload) : refused("auth.required");
    },
    "call:warm": ({ data }, { callId }) => desk.warm(data.party, callId),
    "call:accept": ({ data }, { callId, ...answer }) =>
      desk.accept(data.party, callId, { deviceName: data.deviceName, ...answer }),
    "call:decline": ({ data }, { callId, busy }) =>
      desk.decline(data.party, callId, { deviceName: data.deviceName, busy }),
    "call:cancel": ({ data }, { callId }) => desk.cancel(data.party, callId),
    "call:hangUp": ({ data }, { callId, reason }) => desk.hangUp(data.party, callId, reason),
    "call:resume": ({ data }, { callId }) => resumeCall(resuming, data.party, callId),
  };
}
