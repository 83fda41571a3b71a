import type { Candidate, Description } from "@sightline/protocol";
import type { CallSession } from "./callSession";

/** A ringing call with what a device that connects late needs to take part in it. */
export interface RingingCall {
  readonly session: CallSession;
  readonly offer: Description;
  readonly candidates: readonly Candidate[];
}

/** A signal on its way by the database: what the caller sends while it rings, or what comes before its route is known. */
export type EarlySignal =
  | { readonly type: "description"; readonly description: Description; readonly attempt?: number | undefined }
  | {
      readonly type: "candidates";
      readonly candidates: readonly Candidate[];
      readonly attempt?: number | undefined;
    };

export interface CallRepository {
  /**
   * Stores a ringing call and takes the seat of both people, or does nothing. The seats are the one arbiter of "already
   * in a call" and of two people calling each other. `known`: there has been a call with this id.
   */
  start(session: CallSession, offer: Description): Promise<"started" | "seatTaken" | "known">;
  /** Stores a call that both have answered already, with their seats; false where one of the two has none free. */
  startAnswered(session: CallSession): Promise<boolean>;
  /** Stores a call that ended before it rang, for the history. False when there has been a call with this id. */
  addEnded(session: CallSession): Promise<boolean>;
  find(id: string): Promise<CallSession | null>;
  /** False when the stored call is not of `session.version` any more. Frees the seats of an ended call. */
  save(session: CallSession): Promise<boolean>;
  /** The live call in which this user has a seat. */
  liveOf(userId: string): Promise<CallSession | null>;
  ringingFor(calleeId: string): Promise<RingingCall | null>;
  /** Keeps a signal for devices that connect while it rings; false when it rings no more. */
  keepEarly(id: string, signal: EarlySignal): Promise<boolean>;
  overdue(now: Date): Promise<readonly CallSession[]>;
  allLive(): Promise<readonly CallSession[]>;
  /** The device with which each of `userIds` is in an answered call; who is in none is left out. */
  devicesInCall(userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Removes calls that ended before. */
  forgetBefore(at: Date): Promise<void>;
  /** Ended calls, newest first; `limit` null: all of them. */
  history(userId: string, limit: number | null): Promise<readonly CallSession[]>;
}

/** Calls that wait beside a running one: the caller has a seat, the callee's is taken. */
export interface WaitingRepository {
  /**
   * Stores a waiting call as long as the callee is in the call `besideId`. `full`: somebody waits already; `seatTaken`: the
   * call beside it is over, or the caller is in another one.
   */
  startWaiting(
    session: CallSession,
    offer: Description,
    besideId: string,
  ): Promise<"started" | "full" | "known" | "seatTaken">;
  waitingFor(calleeId: string): Promise<RingingCall | null>;
  /** Gives the waiting call the seat of its callee, and makes it an ordinary ring; null when none waits or the seat is taken. */
  seatWaiting(calleeId: string): Promise<RingingCall | null>;
}
