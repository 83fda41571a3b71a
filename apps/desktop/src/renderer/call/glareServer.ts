import type { CallId, UserSummary } from "@sightline/protocol";
import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";

/** For the tests of two people who call each other: the server's rules, as its own tests prove them. */

export type Person = "ann" | "bob";
export type Sent = Extract<CallEffect, { type: `send${string}` }>;

export const both: readonly Person[] = ["ann", "bob"];
export const other = { ann: "bob", bob: "ann" } as const;

interface StoredCall {
  readonly id: CallId;
  readonly caller: Person;
  state: "ringing" | "active" | "ended";
}

/** One seat per person, the first invite stands, the first acceptance wins. */
export class GlareServer {
  /** Two calls with one id have met here. */
  clashed = false;
  private readonly calls: StoredCall[] = [];

  constructor(
    private readonly people: Readonly<Record<Person, UserSummary>>,
    private readonly tell: (who: Person, event: StampedCallEvent, chain: number) => void,
  ) {}

  serve(who: Person, message: Sent, chain: number): void {
    const { callId } = message;
    const known = this.calls.find(({ id }) => id === callId);
    if (message.type === "sendInvite") return this.invite(who, message, chain, known);
    if (message.type === "sendAccept") return this.accept(who, callId, chain, known);
    if (message.type !== "sendDescription" || known?.state !== "active") return;
    this.tell(other[who], { type: "descriptionReceived", callId, description: message.description }, chain);
  }

  private accept(who: Person, callId: CallId, chain: number, known: StoredCall | undefined): void {
    if (known?.state !== "ringing") {
      return this.tell(who, { type: "acceptRefused", callId, code: "call.wrongState" }, chain);
    }
    known.state = "active";
    this.tell(who, { type: "acceptAcknowledged", callId }, chain);
    this.tell(known.caller, { type: "acceptedByPeer", callId }, chain);
  }

  private invite(who: Person, invite: Extract<Sent, { type: "sendInvite" }>, chain: number, known?: StoredCall): void {
    const { callId, kind, offer } = invite;
    const live = this.calls.find(({ state }) => state !== "ended");
    const refuse = (code: "call.wrongState" | "call.glare" | "call.selfBusy") =>
      this.tell(who, { type: "inviteRefused", callId, code }, chain);
    if (known) {
      this.clash(known, chain);
      return refuse("call.wrongState");
    }
    if (live) return refuse(live.state === "ringing" && live.caller !== who ? "call.glare" : "call.selfBusy");
    this.calls.push({ id: callId, caller: who, state: "ringing" });
    this.tell(who, { type: "inviteAcknowledged", callId, ringSeconds: 45 }, chain);
    const peer = this.people[who];
    this.tell(other[who], { type: "incoming", callId, peer, kind, offer, ringSeconds: 45 }, chain);
  }

  private clash(known: StoredCall, chain: number): void {
    if (known.state !== "ringing") return;
    this.clashed = true;
    known.state = "ended";
    for (const one of both) this.tell(one, { type: "endedByServer", callId: known.id, reason: "failed" }, chain);
  }
}
