import type { CallRecord, Contact, DirectoryRule, Preferences, UserSummary } from "@sightline/protocol";
import type { ProfileIntents } from "../account/profileContext";
import type { Outcome } from "../appContext";

/** What the operator of the server decides about people. */
export interface ServerRules {
  /** May people let themselves be called by those who are no contacts? */
  readonly strangerCalls: boolean;
  /** Whom a search finds. */
  readonly directory: DirectoryRule;
}

export interface PeopleStore {
  readonly loaded: boolean;
  readonly contacts: readonly Contact[];
  readonly calls: readonly CallRecord[];
  /** Whose conversation the middle pane shows. */
  readonly selectedUserId: string | null;
  /** What I have set on the server; null until it is known. */
  readonly preferences: Preferences | null;
  /** Local clock, ms since 1970, when my "do not disturb" ends; null: it is off, or on until I turn it off. */
  readonly quietUntil: number | null;
  /** What this server allows; null until it is known. */
  readonly rules: ServerRules | null;
}

/** What views may ask for around people. */
export interface PeopleIntents extends ProfileIntents {
  /** Who is found by what was typed, as the server's rule has it. */
  searchPeople(query: string): Promise<Outcome<readonly UserSummary[]>>;
  requestContact(username: string): Promise<Outcome>;
  acceptContact(userId: string): Promise<Outcome>;
  /** Declines, withdraws or removes. */
  removeContact(userId: string): Promise<Outcome>;
  selectPerson(userId: string | null): void;
  /** I am not there for this person any more, which nothing tells them. */
  blockPerson(userId: string): Promise<Outcome>;
  unblockPerson(userId: string): Promise<Outcome>;
  listBlocked(): Promise<Outcome<readonly UserSummary[]>>;
  /** On all my devices. */
  changePreferences(change: Partial<Preferences>): Promise<Outcome>;
}
