import { type Description, ok, refused, type Result } from "@sightline/protocol";
import type { Clock, Notifier, Party } from "../ports";
import { summaryOf, type User, type UserRepository } from "../users/user";
import type { RingingCall, WaitingRepository } from "./callRepository";
import type { CallSession } from "./callSession";

interface WaitingPorts {
  readonly calls: WaitingRepository;
  readonly users: Pick<UserRepository, "findAll">;
  readonly notifier: Notifier;
  readonly clock: Clock;
}

/**
 * Calls to somebody who is in a call. They ring at the one device that call runs on, which shows them beside it; when it
 * ends before they do, they ring everywhere like any other.
 */
export class WaitingCalls {
  constructor(private readonly ports: WaitingPorts) {}

  /**
   * Lets `session` wait beside `running`. Answers `call.busy` when somebody waits already, `call.wrongState` when the id
   * was used before, and null when the running call is over, so that all can be tried again.
   */
  async begin(
    session: CallSession,
    offer: Description,
    caller: User,
    running: CallSession,
  ): Promise<Result<{ ringSeconds: number }> | null> {
    const waiting: CallSession = { ...session, waiting: true };
    const outcome = await this.ports.calls.startWaiting(waiting, offer, running.id);
    if (outcome === "seatTaken") return null;
    if (outcome !== "started") return refused(outcome === "full" ? "call.busy" : "call.wrongState");
    const device = deviceIn(running, session.calleeId);
    if (device) this.ring({ session: waiting, offer, candidates: [] }, caller, device);
    return ok({ ringSeconds: this.secondsLeft(waiting) });
  }

  /** The seat of this person is free: who waits gets it, and rings all devices. */
  async promote(calleeId: string): Promise<void> {
    const ringing = await this.ports.calls.seatWaiting(calleeId);
    const caller = ringing && (await this.callerOf(ringing));
    if (!ringing || !caller) return;
    const { notifier } = this.ports;
    const { session, offer, candidates } = ringing;
    const { id: callId, kind } = session;
    const from = summaryOf(caller);
    notifier.toUser(calleeId, "call:incoming", { callId, from, kind, offer, ringSeconds: this.secondsLeft(session) });
    if (candidates.length > 0) {
      notifier.toUser(calleeId, "signal:candidates", { callId, candidates: [...candidates] });
    }
  }

  /** The call that waits for this person. */
  async of(calleeId: string): Promise<CallSession | null> {
    return (await this.ports.calls.waitingFor(calleeId))?.session ?? null;
  }

  /** Gives the call that waits for this person their seat without ringing: they are about to answer it. */
  async seat(calleeId: string): Promise<void> {
    await this.ports.calls.seatWaiting(calleeId);
  }

  /** Tells a device that has just connected again, and is in `running`, who waits. */
  async remind(by: Party, running: CallSession): Promise<void> {
    if (running.state !== "active" || deviceIn(running, by.userId)?.deviceId !== by.deviceId) return;
    const ringing = await this.ports.calls.waitingFor(by.userId);
    const caller = ringing && (await this.callerOf(ringing));
    if (ringing && caller) this.ring(ringing, caller, by);
  }

  private ring({ session, offer, candidates }: RingingCall, caller: User, device: Party): void {
    const { notifier } = this.ports;
    const { id: callId, kind } = session;
    const ringSeconds = this.secondsLeft(session);
    const from = summaryOf(caller);
    notifier.toDevice(device, "call:incoming", { callId, from, kind, offer, ringSeconds, waiting: true });
    if (candidates.length > 0) {
      notifier.toDevice(device, "signal:candidates", { callId, candidates: [...candidates] });
    }
  }

  private async callerOf({ session }: RingingCall): Promise<User | undefined> {
    const { userId } = session.caller;
    return (await this.ports.users.findAll([userId])).get(userId);
  }

  private secondsLeft({ ringDeadline }: CallSession): number {
    return Math.max(0, ringDeadline.getTime() - this.ports.clock.now().getTime()) / 1000;
  }
}

/** The device of one of the two with which they are in this call. */
function deviceIn({ caller, calleeId, calleeDevice }: CallSession, userId: string): Party | null {
  if (caller.userId === userId) return caller;
  return calleeId === userId && calleeDevice !== null ? { userId, deviceId: calleeDevice } : null;
}
