import { type DirectoryRule, SEARCH_RESULTS } from "@sightline/protocol";
import { t } from "../strings/strings";

/** What is said of so many people found; null: the one who is shown says it. */
export function wordsAbout(count: number, directory: DirectoryRule): string | null {
  if (count === 0) return t.people.foundNobody[directory];
  if (count === 1) return null;
  return count < SEARCH_RESULTS ? t.people.foundPeople(count) : t.people.foundMost(count);
}
