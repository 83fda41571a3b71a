import type { Preferences } from "@sightline/protocol";
import type { DataSource } from "typeorm";
import type { Directory } from "../../domain/users/peopleSearch";
import { userEntity } from "../entities/userEntity";
import { ACCOUNT, toUser } from "./userRepository";

/** Nor can who has not confirmed their sign-up be found or asked. */
const CONFIRMED = "NOT u.unconfirmed";
const CHOICE = "(SELECT found_by_email FROM preferences WHERE user_id = u.id)";

const beginsWith = (pattern: string) => `u.id IN (SELECT user_id FROM name_words WHERE word LIKE ${pattern})`;

/** @param standard preferences of people who have set nothing */
export function createDirectory(dataSource: DataSource, standard: Pick<Preferences, "foundByEmail">): Directory {
  const rows = dataSource.getRepository(userEntity);
  const people = () => rows.createQueryBuilder("u").where(ACCOUNT).andWhere(CONFIRMED);
  return {
    async byUsername(username) {
      const row = await people().andWhere("lower(u.username) = :username", { username }).getOne();
      return row && toUser(row);
    },
    async byEmail(email) {
      const row = await people()
        .andWhere("lower(u.email) = :email", { email })
        // Who has not proved to read an address may be anybody who typed it.
        .andWhere("u.email_proved")
        .andWhere(`COALESCE(${CHOICE}, :standard) = 'anyone'`, { standard: standard.foundByEmail })
        .getOne();
      return row && toUser(row);
    },
    async byWords(words, most) {
      const query = people().orderBy("lower(u.name)").addOrderBy("u.id").limit(most);
      // Words hold letters and digits alone, so none is a pattern by itself.
      for (const [n, word] of words.entries()) query.andWhere(beginsWith(`:word${n}`), { [`word${n}`]: `${word}%` });
      return (await query.getMany()).map(toUser);
    },
  };
}
