import { type DataSource, In, IsNull, LessThan, Not } from "typeorm";
import type { Credentials, NewUser, User, UserRepository } from "../../domain/users/user";
import { violatedUnique, violatesGuestRoom } from "../databaseFaults";
import { sessionEntity } from "../entities/sessionEntity";
import { userEntity, type UserRow } from "../entities/userEntity";

export function toUser(row: UserRow): User {
  return { id: row.id, name: row.name, username: row.username, email: row.email, guestOf: row.guestOf };
}

/** Guests of a room cannot be found, asked or logged in as. */
const ACCOUNT = "u.guest_of IS NULL";

export function createUserRepository(dataSource: DataSource): UserRepository {
  const rows = dataSource.getRepository(userEntity);
  return {
    async add(user: NewUser) {
      try {
        await rows.insert({ ...user });
        return "added";
      } catch (error) {
        const violated = violatedUnique(error);
        if (violated === "users_username_key") return "username";
        if (violated === "users_email_key") return "email";
        if (violatesGuestRoom(error)) return "room";
        throw error;
      }
    },
    async credentialsOf(login): Promise<Credentials | null> {
      // Usernames hold no "@" and addresses always do, so one login never means two people.
      const column = login.includes("@") ? "email" : "username";
      const row = await rows
        .createQueryBuilder("u")
        .where(`lower(u.${column}) = :login`, { login })
        .andWhere(ACCOUNT)
        .getOne();
      return row && { user: toUser(row), passwordHash: row.passwordHash };
    },
    async findByUsername(username) {
      const named = rows.createQueryBuilder("u").where("lower(u.username) = :username", { username });
      const row = await named.andWhere(ACCOUNT).getOne();
      return row && toUser(row);
    },
    async removeGuestsBefore(madeBefore) {
      const old = { guestOf: Not(IsNull()), createdAt: LessThan(madeBefore) };
      const sessions = await dataSource.getRepository(sessionEntity).findBy({ user: old });
      await rows.delete(old);
      return sessions.map(({ id }) => id);
    },
    async findAll(ids) {
      if (ids.length === 0) return new Map();
      const found = await rows.findBy({ id: In([...ids]) });
      return new Map(found.map((row) => [row.id, toUser(row)]));
    },
  };
}
