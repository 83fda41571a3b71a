import type { CallId, Description, UserSummary } from "@sightline/protocol";
import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import { createCallLedger } from "./callLedger";
import { step } from "./callMachine";
import { type CallState, idle } from "./callState";
import { both, GlareServer, other, type Person, type Sent } from "./glareServer";

/** Something under way, with how many messages had to go one after the other until it was sent. */
interface Letter<T> {
  readonly content: T;
  readonly chain: number;
}

interface Options {
  readonly people: Readonly<Record<Person, UserSummary>>;
  readonly ids: Readonly<Record<Person, CallId>>;
  readonly offer: Description;
  readonly answer: Description;
  /** Whose offer is never ready. */
  readonly slowOffer?: Person;
}

/** One of the two: their machine, and what is under way to and from it. */
class Side {
  state: CallState = idle;
  readonly ledger = createCallLedger();
  readonly toServer: Letter<Sent>[] = [];
  readonly fromServer: Letter<StampedCallEvent>[] = [];
  /** What the connection will have made soon. */
  readonly making: Letter<StampedCallEvent>[] = [];
  clicked = false;
  /** The chain of the last that was heard: a human answers to that. */
  heard = 0;
}

/** For the tests of two people who call each other: both machines, a server, and messages that wait to be moved on. */
export class Exchange {
  /** How often it rang at somebody's. */
  rings = 0;
  longestChain = 0;
  readonly sides: Readonly<Record<Person, Side>> = { ann: new Side(), bob: new Side() };
  private readonly counts = new Map<string, number>();
  private readonly moves: readonly (() => boolean)[];
  private readonly server: GlareServer;

  constructor(private readonly options: Options) {
    this.server = new GlareServer(options.people, (who, content, chain) => {
      this.longestChain = Math.max(this.longestChain, chain + 1);
      this.sides[who].fromServer.push({ content, chain: chain + 1 });
    });
    const kinds = [this.click, this.make, this.arrive, this.deliver];
    this.moves = kinds.flatMap((move) => both.map((who) => () => move.call(this, who)));
  }

  get clashed(): boolean {
    return this.server.clashed;
  }

  /** How many messages of one kind were sent. */
  sent(type: Sent["type"]): number {
    return this.counts.get(type) ?? 0;
  }

  /** Lets one of the eight things happen that can; nothing when that one cannot now. */
  advance(pick: number): void {
    this.moves[pick % this.moves.length]?.();
  }

  /** Lets everything happen that can, until nothing is left. */
  settle(): void {
    while (this.moves.some((move) => move()));
  }

  /** Wants to talk to the other: calls, or answers where that one calls already. */
  private click(who: Person): boolean {
    const side = this.sides[who];
    if (side.clicked) return false;
    side.clicked = true;
    const { ids, people } = this.options;
    if (side.state.phase === "incoming") this.happen(who, { type: "acceptRequested", camera: false }, side.heard);
    if (side.state.phase === "idle") {
      this.happen(who, { type: "callRequested", callId: ids[who], peer: people[other[who]], kind: "audio" }, 0);
    }
    return true;
  }

  private make(who: Person): boolean {
    const letter = this.sides[who].making.shift();
    if (letter) this.happen(who, letter.content, letter.chain);
    return letter !== undefined;
  }

  private arrive(who: Person): boolean {
    const letter = this.sides[who].toServer.shift();
    if (letter) this.server.serve(who, letter.content, letter.chain);
    return letter !== undefined;
  }

  private deliver(who: Person): boolean {
    const side = this.sides[who];
    const letter = side.fromServer.shift();
    if (!letter) return false;
    side.heard = letter.chain;
    this.happen(who, letter.content, letter.chain);
    return true;
  }

  private happen(who: Person, event: StampedCallEvent, chain: number): void {
    const side = this.sides[who];
    const { state, effects } = step(side.state, event);
    side.state = state;
    for (const effect of effects) this.carryOut(who, effect, chain);
  }

  private carryOut(who: Person, effect: CallEffect, chain: number): void {
    const side = this.sides[who];
    const { offer, answer, slowOffer } = this.options;
    const ready = (callId: CallId, description: Description) =>
      side.making.push({ content: { type: "descriptionReady", callId, description }, chain });
    side.ledger.record(effect);
    if (effect.type === "startRinging" && effect.direction === "incoming") this.rings += 1;
    if (effect.type === "openPeer" && effect.role === "caller" && slowOffer !== who) ready(effect.callId, offer);
    if (effect.type === "applyDescription" && effect.description.type === "offer") ready(effect.callId, answer);
    if (!effect.type.startsWith("send") || effect.type === "sendPeerMessage") return;
    this.counts.set(effect.type, this.sent(effect.type as Sent["type"]) + 1);
    side.toServer.push({ content: effect as Sent, chain: chain + 1 });
  }
}
