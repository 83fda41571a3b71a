import {
  type DirectoryRule,
  isSearchable,
  ok,
  type Refusal,
  type Result,
  SEARCH_RESULTS,
  wordsOf,
} from "@sightline/protocol";
import type { Limits } from "../ports";
import { readQuery } from "./searchQuery";
import type { User } from "./user";

/** People as others may find them: no guests, nobody who has left or has yet to confirm their sign-up. */
export interface Directory {
  /** @param username in lower case */
  byUsername(username: string): Promise<User | null>;
  /**
   * Only who has proved to read this address and lets themselves be found by it.
   *
   * @param email in lower case
   */
  byEmail(email: string): Promise<User | null>;
  /**
   * With each of these words a word of their name or username begins; in the order of their names.
   *
   * @param words as `wordsOf` makes them
   */
  byWords(words: readonly string[], most: number): Promise<readonly User[]>;
}

/** No name is as long, in UTF-16 units. */
const LONGEST = 300;

interface SearchPorts {
  readonly directory: Directory;
  readonly rule: DirectoryRule;
  readonly limits: Limits;
}

/** Finding people. Who is not found may not be there or not want to be found: nothing tells which. */
export class PeopleSearch {
  constructor(private readonly ports: SearchPorts) {}

  /**
   * @param query whatever somebody typed
   * @param address keyed hash of the network address it comes from
   * @returns who is found, somebody who has blocked `me` too, as a gap would tell; or `rate.limited`
   */
  async search(me: User, query: string, address: string): Promise<Result<readonly User[]>> {
    const limited = await this.limit(me.id, address);
    return limited ? { ok: false, error: limited } : ok(await this.find(query));
  }

  private async find(typed: string): Promise<readonly User[]> {
    const { directory, rule } = this.ports;
    const query = readQuery(typed);
    if (query?.by === "email") return someOf(await directory.byEmail(query.email));
    const named = query ? someOf(await directory.byUsername(query.username)) : [];
    if (rule === "exact") return named;
    const ids = named.map(({ id }) => id);
    const others = (await this.byWords(typed)).filter(({ id }) => !ids.includes(id));
    return [...named, ...others].slice(0, SEARCH_RESULTS);
  }

  private async byWords(typed: string): Promise<readonly User[]> {
    const words = typed.length > LONGEST ? [] : wordsOf(typed);
    return isSearchable(words) ? this.ports.directory.byWords(words, SEARCH_RESULTS) : [];
  }

  private async limit(userId: string, address: string): Promise<Refusal | null> {
    const { limits } = this.ports;
    return (
      (await limits.take("search", userId)) ??
      (await limits.take("searchDay", userId)) ??
      (await limits.take("searchFrom", address))
    );
  }
}

function someOf(user: User | null): readonly User[] {
  return user ? [user] : [];
}
