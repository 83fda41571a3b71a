import type { UserSummary } from "@sightline/protocol";

export interface User {
  readonly id: string;
  readonly name: string;
  /** Lower case; unique. */
  readonly username: string;
  /** Lower case; unique. */
  readonly email: string;
  /** The one room this guest may join; null for people with an account. */
  readonly guestOf: string | null;
}

export interface Credentials {
  readonly user: User;
  readonly passwordHash: string;
}

export interface NewUser extends User {
  readonly passwordHash: string;
  readonly createdAt: Date;
}

export interface UserRepository {
  /** Stores the account, or names the field that somebody else has already taken; `room`: a guest's, which is gone. */
  add(user: NewUser): Promise<"added" | "username" | "email" | "room">;
  /** Removes the guests of rooms who were made before; answers the sessions that went with them. */
  removeGuestsBefore(madeBefore: Date): Promise<readonly string[]>;
  credentialsOf(login: string): Promise<Credentials | null>;
  findByUsername(username: string): Promise<User | null>;
  findAll(ids: readonly string[]): Promise<ReadonlyMap<string, User>>;
}

/** What other people may see of a user. */
export function summaryOf(user: User): UserSummary {
  const { id, name, username, guestOf } = user;
  return { id, name, username, ...(guestOf === null ? {} : { guest: true as const }) };
}
