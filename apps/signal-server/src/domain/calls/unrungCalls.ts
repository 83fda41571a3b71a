import { refused, type Result } from "@sightline/protocol";
import type { Standing } from "../contacts/callRule";
import type { Log, Notifier } from "../ports";
import type { CallRepository } from "./callRepository";
import type { CallSession } from "./callSession";

interface UnrungPorts {
  readonly calls: Pick<CallRepository, "addEnded">;
  readonly notifier: Notifier;
  readonly log: Log;
}

const codes = {
  busy: "call.busy",
  doNotDisturb: "call.doNotDisturb",
  unreachable: "call.unreachable",
} as const;

/** Calls that are refused before anything rings. */
export class UnrungCalls {
  constructor(private readonly ports: UnrungPorts) {}

  async unreachable(session: CallSession, standing: Standing): Promise<Result<never>> {
    if (standing.as === "contact") return this.record(session, "unreachable");
    // Not recorded: what is stored, and what is not, would tell a stranger whom this person lets call.
    this.ports.log.warn("call of a stranger refused", { user: session.caller.userId });
    return refused("call.unreachable");
  }

  /** Writes it into the lists of both. */
  async record(session: CallSession, reason: keyof typeof codes): Promise<Result<never>> {
    const ended: CallSession = { ...session, state: "ended", reason, endedAt: session.startedAt };
    if (!(await this.ports.calls.addEnded(ended))) return refused("call.wrongState");
    // The caller's other devices hear of it by this alone.
    this.ports.notifier.toUser(session.caller.userId, "calls:changed", {});
    // Of calls past a block, which are `unreachable`, no callee is told.
    if (reason !== "unreachable") this.ports.notifier.toUser(session.calleeId, "calls:changed", {});
    return refused(codes[reason]);
  }
}
