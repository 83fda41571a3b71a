import type { Me, UserSummary } from "@sightline/protocol";

export interface User {
  readonly id: string;
  readonly name: string;
  /** Lower case; unique. */
  readonly username: string;
  /** Lower case; unique among those who have confirmed theirs. */
  readonly email: string;
  /** Their picture; null: they have none. */
  readonly pictureId: string | null;
  /** They have proved that they read this address: it was confirmed, or a password set by a mail to it. */
  readonly emailProved: boolean;
  /** The one room this guest may join; null for people with an account. */
  readonly guestOf: string | null;
  /** How often the password was changed: what was proved with an earlier one opens no session. */
  readonly passwordVersion: number;
}

export interface Credentials {
  readonly user: User;
  readonly passwordHash: string;
  /** Signed up, and has not proved to read the address. */
  readonly unconfirmed: boolean;
}

export interface NewUser extends User {
  readonly passwordHash: string;
  readonly createdAt: Date;
  readonly unconfirmed?: boolean | undefined;
}

export interface UserRepository {
  /** Stores the account, or names the field that somebody else has already taken; `room`: a guest's, which is gone. */
  add(user: NewUser): Promise<"added" | "username" | "email" | "room">;
  /** Removes the guests of rooms who were made before; answers the sessions that went with them. */
  removeGuestsBefore(madeBefore: Date): Promise<readonly string[]>;
  /** Stores the same password's newer hash, unless the password was changed meanwhile. */
  renewHash(userId: string, known: string, renewed: string): Promise<void>;
  /** By an address: of who has confirmed it, else of the newest who has not. */
  credentialsOf(login: string): Promise<Credentials | null>;
  /**
   * Removes the account and all that names it. In other people's lists of calls `anonymous` takes its place. Answers the
   * sessions that went with it.
   */
  erase(id: string, anonymous: NewUser): Promise<readonly string[]>;
  rename(user: Pick<User, "id" | "username">, name: string): Promise<void>;
  createdAt(id: string): Promise<Date | null>;
  /** Another password; with `known`, only while that version is the newest. Answers whether it was set. */
  setPasswordHash(id: string, passwordHash: string, known?: number): Promise<boolean>;
  /**
   * They have proved to read their address: their invitation, if they had one, is used up, and they are contacts of who
   * made it (`inviterId`), all or nothing. `email`: somebody else has proved before that they read it.
   */
  confirm(id: string, at: Date): Promise<{ readonly inviterId: string | null } | "email">;
  /** What they had used of invitations is good again. */
  removeUnconfirmedBefore(madeBefore: Date): Promise<void>;
  /** Another address, or the same, which they have proved to read. False: somebody else has it. */
  setEmail(id: string, email: string): Promise<boolean>;
  findAll(ids: readonly string[]): Promise<ReadonlyMap<string, User>>;
}

/** Nobody's: stands for those who have left, in other people's calls, and for those who never were. */
export const NOBODY_ID = "00000000-0000-4000-8000-000000000000";

/** What a person sees of themselves. */
export function meOf(user: User): Me {
  const { email, emailProved, guestOf } = user;
  const proved = emailProved ? { emailConfirmed: true as const } : {};
  return { ...summaryOf(user), email, ...proved, ...(guestOf === null ? {} : { guestOf }) };
}

/** What other people may see of a user. */
export function summaryOf(user: User): UserSummary {
  const { id, name, username, pictureId, guestOf } = user;
  return {
    id,
    name,
    username,
    ...(pictureId === null ? {} : { picture: pictureId }),
    ...(guestOf === null ? {} : { guest: true as const }),
  };
}
