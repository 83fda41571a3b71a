import { type DataSource, In } from "typeorm";
import type { Credentials, NewUser, User, UserRepository } from "../../domain/users/user";
import { violatedUnique } from "../databaseFaults";
import { userEntity, type UserRow } from "../entities/userEntity";

export function toUser(row: UserRow): User {
  return { id: row.id, name: row.name, username: row.username, email: row.email };
}

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
        throw error;
      }
    },
    async credentialsOf(login): Promise<Credentials | null> {
      // Usernames hold no "@" and addresses always do, so one login never means two people.
      const column = login.includes("@") ? "email" : "username";
      const row = await rows.createQueryBuilder("u").where(`lower(u.${column}) = :login`, { login }).getOne();
      return row && { user: toUser(row), passwordHash: row.passwordHash };
    },
    async findByUsername(username) {
      const row = await rows.createQueryBuilder("u").where("lower(u.username) = :username", { username }).getOne();
      return row && toUser(row);
    },
    async findAll(ids) {
      if (ids.length === 0) return new Map();
      const found = await rows.findBy({ id: In([...ids]) });
      return new Map(found.map((row) => [row.id, toUser(row)]));
    },
  };
}
