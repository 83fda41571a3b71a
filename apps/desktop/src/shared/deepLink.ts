/** The scheme that browsers and mail programs open the desktop app with. */
export const LINK_SCHEME = "sightline";

/** `sightline://call/<username>`; browsers add a slash at the end. The username is as the protocol has it. */
const PERSON_LINK = /^sightline:\/\/call\/([a-z0-9][a-z0-9._-]{2,29})\/?$/;

/**
 * Reads a deep link (R35): the username of the person to show, or null for anything else. A link never loads a page
 * and never dials: whoever opens it sees the person and decides.
 */
export function personOfLink(link: string): string | null {
  return PERSON_LINK.exec(link)?.[1] ?? null;
}

/** The person of the first link among the words a program was started with; everything else is left alone. */
export function personOfArguments(words: readonly string[]): string | null {
  for (const word of words) {
    const person = personOfLink(word);
    if (person !== null) return person;
  }
  return null;
}
