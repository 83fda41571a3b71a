import type { CallRecord } from "@sightline/protocol";
import type { CallDesk } from "../domain/calls/callDesk";
import type { CallSession } from "../domain/calls/callSession";
import type { BlockList } from "../domain/contacts/blockList";
import { summaryOf, type User, type UserRepository } from "../domain/users/user";
import { toCallRecord } from "../wire";

interface LogPorts {
  readonly desk: CallDesk;
  readonly users: UserRepository;
  readonly blockList: BlockList;
}

/** The calls of one person as they see them: the newest ones, or all that are kept. */
export type CallLog = (user: User, which: "newest" | "all") => Promise<CallRecord[]>;

export function createCallLog({ desk, users, blockList }: LogPorts): CallLog {
  return async (user, which) => {
    const peerOf = (call: CallSession) => (call.caller.userId === user.id ? call.calleeId : call.caller.userId);
    const [all, blocked] = await Promise.all([desk.history(user.id, which), blockList.list(user)]);
    // What somebody tries who is blocked is no news.
    const hidden = new Set(blocked.map(({ id }) => id));
    const calls = all.filter((call) => !hidden.has(peerOf(call)));
    const peers = await users.findAll([...new Set(calls.map(peerOf))]);
    return calls.flatMap((call) => {
      const peer = peers.get(peerOf(call));
      return peer ? [toCallRecord(call, user.id, summaryOf(peer))] : [];
    });
  };
}
