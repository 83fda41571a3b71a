import { type DataSource, type EntityManager, In, IsNull, LessThan, Not } from "typeorm";
import type { Credentials, NewUser, User, UserRepository } from "../../domain/users/user";
import { violatedUnique, violatesGuestRoom } from "../databaseFaults";
import { sessionEntity } from "../entities/sessionEntity";
import { confirmUser } from "./confirmUser";
import { eraseUser } from "./eraseUser";
import { userEntity, type UserRow } from "../entities/userEntity";
import { keepNameWords } from "../nameWords";

export function toUser(row: UserRow): User {
  const { id, name, username, email, emailProved, pictureId, guestOf, passwordVersion } = row;
  return { id, name, username, email, emailProved, pictureId, guestOf, passwordVersion };
}

/** Stores a new account, or a guest, whom nobody finds. */
export async function insertUser(manager: EntityManager, user: NewUser): Promise<void> {
  await manager.insert(userEntity, { ...user });
  if (user.guestOf === null) await keepNameWords(manager, user);
}

/** The field that somebody else has taken, by the index that said so. */
export function fieldOfViolation(violated: string | null): "username" | "email" | null {
  if (violated === "users_username_key") return "username";
  return violated === "users_email_key" ? "email" : null;
}

/** Guests of a room, and who stands for deleted accounts, cannot be found, asked or logged in as. */
export const ACCOUNT = "u.guest_of IS NULL AND u.password_hash <> '!'";

/** What changes of an account. */
function createUserChanges(dataSource: DataSource) {
  const rows = dataSource.getRepository(userEntity);
  return {
    async setPasswordHash(id, passwordHash, known) {
      const newest = known === undefined ? { id } : { id, passwordVersion: known };
      const { affected } = await rows.update(newest, { passwordHash, passwordVersion: () => "password_version + 1" });
      return affected === 1;
    },
    async rename({ id, username }, name) {
      await dataSource.transaction(async (manager) => {
        await manager.update(userEntity, { id }, { name });
        await keepNameWords(manager, { id, name, username });
      });
    },
    async confirm(id, at) {
      try {
        return { inviterId: await dataSource.transaction((manager) => confirmUser(manager, id, at)) };
      } catch (error) {
        if (violatedUnique(error) === "users_email_key") return "email";
        throw error;
      }
    },
    async removeUnconfirmedBefore(madeBefore) {
      await rows.delete({ unconfirmed: true, createdAt: LessThan(madeBefore) });
    },
    async setEmail(id, email) {
      try {
        await rows.update({ id }, { email, emailProved: true });
        return true;
      } catch (error) {
        if (violatedUnique(error) === "users_email_key") return false;
        throw error;
      }
    },
    erase: (id, anonymous) => dataSource.transaction((manager) => eraseUser(manager, id, anonymous)),
    createdAt: async (id) => (await rows.findOneBy({ id }))?.createdAt ?? null,
  } satisfies Partial<UserRepository>;
}

export function createUserRepository(dataSource: DataSource): UserRepository {
  const rows = dataSource.getRepository(userEntity);
  return {
    async add(user: NewUser) {
      try {
        await dataSource.transaction((manager) => insertUser(manager, user));
        return "added";
      } catch (error) {
        const field = fieldOfViolation(violatedUnique(error));
        if (field) return field;
        if (violatesGuestRoom(error)) return "room";
        throw error;
      }
    },
    async renewHash(id, known, renewed) {
      await rows.update({ id, passwordHash: known }, { passwordHash: renewed });
    },
    async credentialsOf(login): Promise<Credentials | null> {
      // Usernames hold no "@" and addresses always do, so one login never means two people.
      const column = login.includes("@") ? "email" : "username";
      const row = await rows
        .createQueryBuilder("u")
        .where(`lower(u.${column}) = :login`, { login })
        .andWhere(ACCOUNT)
        // An address may be several people's until one of them has proved to read it.
        .orderBy({ "u.unconfirmed": "ASC", "u.createdAt": "DESC", "u.id": "ASC" })
        .getOne();
      return row && { user: toUser(row), passwordHash: row.passwordHash, unconfirmed: row.unconfirmed };
    },
    ...createUserChanges(dataSource),
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
