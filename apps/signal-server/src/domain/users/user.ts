import type { UserSummary } from "@sightline/protocol";

export interface User {
  readonly id: string;
  readonly name: string;
  /** Lower case; unique. */
  readonly username: string;
  /** Lower case; unique. */
  readonly email: string;
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
  /** Stores the account, or names the field that somebody else has already taken. */
  add(user: NewUser): Promise<"added" | "username" | "email">;
  credentialsOf(login: string): Promise<Credentials | null>;
  findByUsername(username: string): Promise<User | null>;
  findAll(ids: readonly string[]): Promise<ReadonlyMap<string, User>>;
}

/** What other people may see of a user. */
export function summaryOf(user: User): UserSummary {
  return { id: user.id, name: user.name, username: user.username };
}
