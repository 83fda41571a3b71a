import { type CallId, type CallKind, type Description, ok, refused, type Result } from "@sightline/protocol";
import type { Clock, Connections, Limits, Log, Notifier, Party } from "../ports";
import { isThereFor, type Standing } from "../contacts/callRule";
import type { PresenceBoard } from "../presence/presenceBoard";
import type { Timing } from "../timing";
import { summaryOf, type User } from "../users/user";
import type { CallRepository, EarlySignal, RingingCall } from "./callRepository";
import type { Answer, Manner, Refusing } from "./answering";
import { type CallRoutes, CallTeller } from "./callTeller";
import type { WaitingCalls } from "./waitingCalls";
import { type CallCommand, type CallNotice, type CallSession, departure, isRing, roleOf, step } from "./callSession";
import { UnrungCalls } from "./unrungCalls";

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
  /** What the caller is to the callee. */
  standing(callerId: string, calleeId: string): Promise<Standing>;
  readonly waiting: WaitingCalls;
  /** Is this person inside a room? Whoever waits there is as busy as in a call. */
  isInRoom(userId: string): Promise<boolean>;
}

export interface Invite {
  readonly callId: CallId;
  readonly to: string;
  readonly kind: CallKind;
  readonly offer: Description;
  readonly warm?: boolean | undefined;
}

/** More lost races than this in a row do not happen by chance. */
const MAX_TRIES = 8;
const HISTORY_LENGTH = 50;
const tryAgain = refused("server.unavailable", { retryAfterSeconds: 1 });

/** Carries out what people and clocks do to calls: stores each step, then tells the devices concerned. */
export class CallDesk {
  private readonly teller: CallTeller;
  private readonly unrung: UnrungCalls;

  constructor(private readonly ports: CallPorts) {
    this.teller = new CallTeller(ports);
    this.unrung = new UnrungCalls(ports);
  }

  /**
   * Rings all devices of `to`. Refuses with `call.unreachable` (may not ring there, blocked, or no device connected),
   * `call.doNotDisturb`, `call.busy`, `call.selfBusy`, `call.glare`, `call.wrongState` (the id was used before) and `rate.limited`.
   */
  async invite(caller: User, deviceId: string, invite: Invite): Promise<Result<{ ringSeconds: number }>> {
    const { limits, connections } = this.ports;
    const limited = await limits.take("invite", caller.id);
    if (limited) return { ok: false, error: limited };
    const standing = await this.ports.standing(caller.id, invite.to);
    if (standing.as !== "contact") {
      const often = await limits.take("strangerCall", `${caller.id} ${invite.to}`);
      if (often) return { ok: false, error: often };
    }
    const session = this.newSession({ userId: caller.id, deviceId }, invite);
    const connected = (await connections.among([invite.to])).has(invite.to);
    if (!connected || !isThereFor(standing)) return this.unrung.unreachable(session, standing);
    // Whoever calls somebody at this moment wants to talk to them.
    if (standing.quiet && !isRing(await this.ports.calls.liveOf(caller.id), invite.to, caller.id)) {
      return this.unrung.record(session, "doNotDisturb");
    }
    // Somebody unknown is not let near before the answer (R8).
    return this.ring(session, caller, { ...invite, warm: invite.warm && standing.as === "contact" });
  }

  private async ring(session: CallSession, caller: User, invite: Invite): Promise<Result<{ ringSeconds: number }>> {
    const { timing, log } = this.ports;
    if (await this.ports.isInRoom(caller.id)) return refused("call.selfBusy");
    if (await this.ports.isInRoom(invite.to)) return this.unrung.record(session, "busy");
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const outcome = await this.ports.calls.start(session, invite.offer);
      if (outcome === "known") return this.refuseKnown(session);
      if (outcome === "started") {
        const ringSeconds = timing.ring / 1000;
        const { callId, kind, offer, warm } = invite;
        const from = summaryOf(caller);
        const incoming = { callId, from, kind, offer, ringSeconds, ...(warm && { warm }) };
        this.ports.notifier.toUser(invite.to, "call:incoming", incoming);
        log.info("call rings", { call: session.id, user: caller.id });
        return ok({ ringSeconds });
      }
      const busy = await this.whoIsBusy(session, caller, invite.offer);
      if (busy) return busy;
    }
    return tryAgain;
  }

  /** Lets this device of the callee, and no other, connect to the caller while it rings. */
  warm(by: Party, callId: string): Promise<Result<Record<string, never>>> {
    return this.apply(callId, { type: "warm", by });
  }

  /**
   * @param answer `deviceName`: what the other devices of this person are told, by the session that answers; `instead`: the
   *   call of this device that ends with it, whatever becomes of the acceptance
   */
  async accept(by: Party, callId: string, answer: Answer): Promise<Result<Record<string, never>>> {
    const { deviceName, instead, anew } = answer;
    if (instead === undefined) return this.apply(callId, { type: "accept", by, anew }, { deviceName });
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
   * Passes a signal on to the other side. Before the answer only the caller may send, to all devices that ring, and the one
   * that connects while it rings. Answers the other device once the call is bound to it. Refuses with `call.notFound` and
   * `call.wrongState`.
   */
  async relay(by: Party, callId: string, signal: EarlySignal): Promise<Result<Party | null>> {
    const session = await this.ports.calls.find(callId);
    const role = session && roleOf(session, by);
    if (!session || !role) return refused("call.notFound");
    if (session.state === "active" && session.calleeDevice !== null && role !== "otherCalleeDevice") {
      const callee = { userId: session.calleeId, deviceId: session.calleeDevice };
      const peer = role === "caller" ? callee : session.caller;
      this.teller.deliver(signal, callId, { device: peer });
      return ok(peer);
    }
    if (session.state !== "ringing") return refused("call.wrongState");
    if (role !== "caller") {
      if (session.warmDevice !== by.deviceId) return refused("call.wrongState");
      this.teller.deliver(signal, callId, { device: session.caller });
      return ok(null);
    }
    if (!(await this.ports.calls.keepEarly(callId, signal))) return this.relay(by, callId, signal);
    this.teller.deliver(signal, callId, { user: session.calleeId });
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

  history(userId: string, which: "newest" | "all"): Promise<readonly CallSession[]> {
    return this.ports.calls.history(userId, which === "newest" ? HISTORY_LENGTH : null);
  }

  /** Forgets calls that ended longer ago than they are kept. */
  async forget(): Promise<void> {
    const { calls, clock, timing } = this.ports;
    await calls.forgetBefore(new Date(clock.now().getTime() - timing.callsKept));
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

  /** This person goes for good: whatever they are in ends, and who waits for them is told. */
  async leaveAll(userId: string): Promise<void> {
    const waits = await this.ports.waiting.of(userId);
    for (const session of [waits, await this.ports.calls.liveOf(userId)]) {
      if (session) await this.apply(session.id, departure(session, userId));
    }
  }

  private newSession(caller: Party, invite: Invite): CallSession {
    const now = this.ports.clock.now();
    return {
      id: invite.callId,
      caller,
      calleeId: invite.to,
      calleeDevice: null,
      warmDevice: null,
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
    if (mine) return refused(isRing(mine, session.calleeId, userId) ? "call.glare" : "call.selfBusy");
    const theirs = await this.ports.calls.liveOf(session.calleeId);
    if (theirs?.state !== "active") return theirs && this.unrung.record(session, "busy");
    const waits = await this.ports.waiting.begin(session, offer, caller, theirs);
    return waits?.ok === false && waits.error.code === "call.busy" ? this.unrung.record(session, "busy") : waits;
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
    const { presence, log } = this.ports;
    this.teller.tell(session, notices, deviceName);
    if (session.state === "ringing") return;
    log.info(session.state === "active" ? "call answered" : "call ended", {
      call: session.id,
      reason: session.reason ?? undefined,
    });
    if (session.answeredAt === null) return;
    for (const userId of [session.caller.userId, session.calleeId]) {
      presence.refresh(userId).catch((fault: unknown) => log.error("presence not updated", { user: userId, fault }));
    }
  }
}
