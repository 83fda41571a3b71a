import {
  type CallId,
  type CallKind,
  type Description,
  type EndReason,
  ok,
  refused,
  type Result,
} from "@sightline/protocol";
import type { Clock, Connections, Limits, Log, Notifier, Party } from "../ports";
import type { PresenceBoard } from "../presence/presenceBoard";
import type { Timing } from "../timing";
import { summaryOf, type User } from "../users/user";
import type { CallRepository, EarlySignal, RingingCall } from "./callRepository";
import type { Answer, Manner, Refusing } from "./answering";
import type { WaitingCalls } from "./waitingCalls";
import { type CallCommand, type CallNotice, type CallSession, roleOf, step } from "./callSession";

/** Lets the two sockets of an answered call relay without asking the database. */
export interface CallRoutes {
  open(callId: string, caller: Party, callee: Party): void;
  close(callId: string, parties: readonly Party[]): void;
}

interface CallPorts {
  readonly calls: CallRepository;
  readonly presence: PresenceBoard;
  readonly notifier: Notifier;
  readonly routes: CallRoutes;
  readonly connections: Connections;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly log: Log;
  areContacts(userId: string, otherId: string): Promise<boolean>;
  readonly waiting: WaitingCalls;
  /** Is this person inside a room? Whoever waits there is as busy as in a call. */
  isInRoom(userId: string): Promise<boolean>;
}

export interface Invite {
  readonly callId: CallId;
  readonly to: string;
  readonly kind: CallKind;
  readonly offer: Description;
}

/** More lost races than this in a row do not happen by chance. */
const MAX_TRIES = 8;
const HISTORY_LENGTH = 50;
const tryAgain = refused("server.unavailable", { retryAfterSeconds: 1 });

/** Carries out what people and clocks do to calls: stores each step, then tells the devices concerned. */
export class CallDesk {
  constructor(private readonly ports: CallPorts) {}

  /**
   * Rings all devices of `to`. Refuses with `call.unreachable` (no contact, or no device connected), `call.busy`,
   * `call.selfBusy`, `call.glare`, `call.wrongState` (the id was used before) and `rate.limited`.
   */
  async invite(caller: User, deviceId: string, invite: Invite): Promise<Result<{ ringSeconds: number }>> {
    const { limits, connections, timing, log } = this.ports;
    const limited = await limits.take("invite", caller.id);
    if (limited) return { ok: false, error: limited };
    if (!(await this.ports.areContacts(caller.id, invite.to))) {
      log.warn("call to a stranger refused", { user: caller.id });
      return refused("call.unreachable");
    }
    const session = this.newSession({ userId: caller.id, deviceId }, invite);
    if (!connections.among([invite.to]).has(invite.to)) return this.refuseAndRecord(session, "unreachable");
    if (await this.ports.isInRoom(caller.id)) return refused("call.selfBusy");
    if (await this.ports.isInRoom(invite.to)) return this.refuseAndRecord(session, "busy");
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const outcome = await this.ports.calls.start(session, invite.offer);
      if (outcome === "known") return this.refuseKnown(session);
      if (outcome === "started") {
        const ringSeconds = timing.ring / 1000;
        const { callId, kind, offer } = invite;
        const from = summaryOf(caller);
        this.ports.notifier.toUser(invite.to, "call:incoming", { callId, from, kind, offer, ringSeconds });
        log.info("call rings", { call: session.id, user: caller.id });
        return ok({ ringSeconds });
      }
      const busy = await this.whoIsBusy(session, caller, invite.offer);
      if (busy) return busy;
    }
    return tryAgain;
  }

  /**
   * @param answer `deviceName`: what the other devices of this person are told, by the session that answers; `instead`: the
   *   call of this device that ends with it, whatever becomes of the acceptance
   */
  async accept(by: Party, callId: string, answer: Answer): Promise<Result<Record<string, never>>> {
    const { deviceName, instead } = answer;
    if (instead === undefined) return this.apply(callId, { type: "accept", by }, { deviceName });
    await this.apply(instead, { type: "hangUp", by, reason: "hungUp" }, { answering: true });
    await this.ports.waiting.seat(by.userId);
    const accepted = await this.apply(callId, { type: "accept", by }, { deviceName });
    // Should it have come too late, somebody else may wait by now.
    if (!accepted.ok) await this.ports.waiting.promote(by.userId);
    return accepted;
  }

  decline(by: Party, callId: string, { deviceName, busy }: Refusing): Promise<Result<Record<string, never>>> {
    return this.apply(callId, { type: "decline", by, busy }, { deviceName });
  }

  /** Ends the ringing call; when the answer came first, hangs up. */
  cancel(by: Party, callId: string): Promise<Result<Record<string, never>>> {
    return this.apply(callId, { type: "cancel", by });
  }

  hangUp(by: Party, callId: string, reason: "hungUp" | "failed" | "lost"): Promise<Result<Record<string, never>>> {
    return this.apply(callId, { type: "hangUp", by, reason });
  }

  /**
   * Passes a signal on to the other side. Before the answer only the caller may send, to all devices that ring. Answers
   * the other device once the call is bound to it. Refuses with `call.notFound` and `call.wrongState`.
   */
  async relay(by: Party, callId: string, signal: EarlySignal): Promise<Result<Party | null>> {
    const session = await this.ports.calls.find(callId);
    const role = session && roleOf(session, by);
    if (!session || !role) return refused("call.notFound");
    if (session.state === "active" && session.calleeDevice !== null && role !== "otherCalleeDevice") {
      const callee = { userId: session.calleeId, deviceId: session.calleeDevice };
      const peer = role === "caller" ? callee : session.caller;
      this.deliver(signal, callId, { device: peer });
      return ok(peer);
    }
    if (session.state !== "ringing" || role !== "caller") return refused("call.wrongState");
    if (!(await this.ports.calls.keepEarly(callId, signal))) return this.relay(by, callId, signal);
    this.deliver(signal, callId, { user: session.calleeId });
    return ok(null);
  }

  /** The call that rings for this user right now, for a device that has just connected. */
  async ringingFor(userId: string): Promise<(RingingCall & { readonly ringSeconds: number }) | null> {
    const ringing = await this.ports.calls.ringingFor(userId);
    if (!ringing) return null;
    const left = ringing.session.ringDeadline.getTime() - this.ports.clock.now().getTime();
    return left > 0 ? { ...ringing, ringSeconds: left / 1000 } : null;
  }

  /** Tells a device that has just connected who waits beside the call it is in. */
  async remindOfWaiting(by: Party): Promise<void> {
    const running = await this.ports.calls.liveOf(by.userId);
    if (running) await this.ports.waiting.remind(by, running);
  }

  history(userId: string): Promise<readonly CallSession[]> {
    return this.ports.calls.history(userId, HISTORY_LENGTH);
  }

  /** Ends rings that are past their deadline. */
  async sweep(): Promise<void> {
    for (const session of await this.ports.calls.overdue(this.ports.clock.now())) {
      await this.apply(session.id, { type: "ringTimedOut" });
    }
  }

  /** A device had no connection for longer than a call in this state may go without. */
  async partyLost(by: Party, state: "ringing" | "active"): Promise<void> {
    const session = await this.ports.calls.liveOf(by.userId);
    if (session) await this.apply(session.id, { type: "partyLost", by, state });
  }

  private newSession(caller: Party, invite: Invite): CallSession {
    const now = this.ports.clock.now();
    return {
      id: invite.callId,
      caller,
      calleeId: invite.to,
      calleeDevice: null,
      kind: invite.kind,
      state: "ringing",
      reason: null,
      startedAt: now,
      answeredAt: null,
      endedAt: null,
      ringDeadline: new Date(now.getTime() + this.ports.timing.ring),
      waiting: false,
      version: 1,
    };
  }

  private async refuseAndRecord(session: CallSession, reason: "busy" | "unreachable"): Promise<Result<never>> {
    const ended: CallSession = { ...session, state: "ended", reason, endedAt: session.startedAt };
    if (!(await this.ports.calls.addEnded(ended))) return refused("call.wrongState");
    return refused(reason === "busy" ? "call.busy" : "call.unreachable");
  }

  /** An id that was used before; where the other side uses it to call this very caller, both calls end. */
  private async refuseKnown({ id, caller, calleeId }: CallSession): Promise<Result<never>> {
    const known = await this.ports.calls.find(id);
    if (known?.caller.userId === calleeId && known.calleeId === caller.userId) await this.apply(id, { type: "clash" });
    return refused("call.wrongState");
  }

  /** What becomes of a call whose seats are not free; null when they were freed meanwhile. */
  private async whoIsBusy(
    session: CallSession,
    caller: User,
    offer: Description,
  ): Promise<Result<{ ringSeconds: number }> | null> {
    const { userId } = session.caller;
    const mine = await this.ports.calls.liveOf(userId);
    if (mine) {
      const theyCallMe =
        mine.state === "ringing" && mine.caller.userId === session.calleeId && mine.calleeId === userId;
      return refused(theyCallMe ? "call.glare" : "call.selfBusy");
    }
    const theirs = await this.ports.calls.liveOf(session.calleeId);
    if (theirs?.state !== "active") return theirs && this.refuseAndRecord(session, "busy");
    const waits = await this.ports.waiting.begin(session, offer, caller, theirs);
    return waits?.ok === false && waits.error.code === "call.busy" ? this.refuseAndRecord(session, "busy") : waits;
  }

  private async apply(
    callId: string,
    command: CallCommand,
    { deviceName = null, answering = false }: Manner = {},
  ): Promise<Result<Record<string, never>>> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const session = await this.ports.calls.find(callId);
      if (!session) return refused("call.notFound");
      const next = step(session, command, this.ports.clock.now());
      if (!next.ok) return next;
      if (!(await this.ports.calls.save(next.value.session))) continue;
      this.announce(next.value.session, next.value.notices, deviceName);
      if (next.value.session.state === "ended" && !answering) await this.freeSeats(next.value.session);
      return ok({});
    }
    return tryAgain;
  }

  /** Lets those ring who were waiting for one of the two. */
  private async freeSeats({ caller, calleeId }: CallSession): Promise<void> {
    for (const userId of [caller.userId, calleeId]) await this.ports.waiting.promote(userId);
  }

  private announce(session: CallSession, notices: readonly CallNotice[], deviceName: string | null): void {
    const { routes, presence, log } = this.ports;
    const callee = session.calleeDevice && { userId: session.calleeId, deviceId: session.calleeDevice };
    if (session.state === "active" && callee) routes.open(session.id, session.caller, callee);
    else routes.close(session.id, callee ? [session.caller, callee] : [session.caller]);
    for (const notice of notices) this.tell(session, notice, deviceName);
    log.info(session.state === "active" ? "call answered" : "call ended", {
      call: session.id,
      reason: session.reason ?? undefined,
    });
    if (session.answeredAt === null) return;
    for (const userId of [session.caller.userId, session.calleeId]) {
      presence.refresh(userId).catch((fault: unknown) => log.error("presence not updated", { user: userId, fault }));
    }
  }

  private tell(session: CallSession, notice: CallNotice, deviceName: string | null): void {
    const { notifier } = this.ports;
    const { id: callId, caller, calleeId, calleeDevice } = session;
    if (notice.event === "accepted") return notifier.toDevice(caller, "call:accepted", { callId });
    const ended: { callId: string; reason: EndReason } = { callId, reason: notice.reason };
    if (notice.to === "caller") return notifier.toDevice(caller, "call:ended", ended);
    if (notice.to === "calleeDevices") {
      // To the devices of the one person it is about, and to nobody else.
      const device = notice.butDevice !== null && deviceName !== null ? { device: deviceName } : {};
      return notifier.toUser(calleeId, "call:ended", { ...ended, ...device }, notice.butDevice ?? undefined);
    }
    if (calleeDevice) notifier.toDevice({ userId: calleeId, deviceId: calleeDevice }, "call:ended", ended);
  }

  private deliver(signal: EarlySignal, callId: string, to: { device: Party } | { user: string }): void {
    const { notifier } = this.ports;
    if (signal.type === "description") {
      const payload = { callId, description: signal.description };
      if ("device" in to) notifier.toDevice(to.device, "signal:description", payload);
      else notifier.toUser(to.user, "signal:description", payload);
      return;
    }
    const payload = { callId, candidates: [...signal.candidates] };
    if ("device" in to) notifier.toDevice(to.device, "signal:candidates", payload);
    else notifier.toUser(to.user, "signal:candidates", payload);
  }
}
