import { wordsOf } from "@sightline/protocol";
import type { EntityManager } from "typeorm";
import { type NameWordRow, nameWordEntity } from "./entities/nameWordEntity";

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly username: string;
}

/** What a person is found by in an open directory. Made here, because a database lower-cases as its locale says. */
export function nameWords({ id, name, username }: Named): NameWordRow[] {
  return wordsOf(`${name} ${username}`).map((word) => ({ userId: id, word }));
}

/** Keeps the words of a person's names in place of those that were. */
export async function keepNameWords(manager: EntityManager, person: Named): Promise<void> {
  await manager.delete(nameWordEntity, { userId: person.id });
  await manager.insert(nameWordEntity, nameWords(person));
}
