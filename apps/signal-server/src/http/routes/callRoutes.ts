import { ok } from "@sightline/protocol";
import type { CallDesk } from "../../domain/calls/callDesk";
import type { CallSession } from "../../domain/calls/callSession";
import { summaryOf, type UserRepository } from "../../domain/users/user";
import { toCallRecord } from "../../wire";
import type { Handlers } from "../handlers";

export function callRoutes(desk: CallDesk, users: UserRepository): Pick<Handlers, "listCalls"> {
  return {
    async listCalls({ session: { user } }) {
      const peerOf = (call: CallSession) => (call.caller.userId === user.id ? call.calleeId : call.caller.userId);
      const calls = await desk.history(user.id);
      const peers = await users.findAll([...new Set(calls.map(peerOf))]);
      const records = calls.flatMap((call) => {
        const peer = peers.get(peerOf(call));
        return peer ? [toCallRecord(call, user.id, summaryOf(peer))] : [];
      });
      return ok(records);
    },
  };
}
