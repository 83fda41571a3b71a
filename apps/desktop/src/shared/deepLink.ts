/** The scheme that browsers and mail programs open the desktop app with. */
export const LINK_SCHEME = "sightline";

/** What a link may lead to. */
export type LinkTarget =
  | { readonly to: "person"; readonly username: string }
  | { readonly to: "room"; readonly roomId: string };

/** `sightline://call/<username>`; browsers add a slash at the end. The username is as the protocol has it. */
const PERSON_LINK = /^sightline:\/\/call\/([a-z0-9][a-z0-9._-]{2,29})\/?$/;
/** `sightline://room/<id>`, the id as the protocol has it. */
const ROOM_LINK = /^sightline:\/\/room\/([A-Za-z0-9_-]{22})\/?$/;
/** The same in the address of the web app. */
const ROOM_PATH = /^\/room\/([A-Za-z0-9_-]{22})\/?$/;

/**
 * Reads a deep link (R35): the person or the room to show, or null for anything else. A link never loads a page, never
 * dials and never goes in: whoever opens it sees whom or what it is about and decides.
 */
export function targetOfLink(link: string): LinkTarget | null {
  const username = PERSON_LINK.exec(link)?.[1];
  if (username !== undefined) return { to: "person", username };
  const roomId = ROOM_LINK.exec(link)?.[1];
  return roomId === undefined ? null : { to: "room", roomId };
}

/** The target of the first link among the words a program was started with; everything else is left alone. */
export function targetOfArguments(words: readonly string[]): LinkTarget | null {
  for (const word of words) {
    const target = targetOfLink(word);
    if (target !== null) return target;
  }
  return null;
}

/** The room that the address of a page names; null: none. */
export function roomOfPath(path: string): string | null {
  return ROOM_PATH.exec(path)?.[1] ?? null;
}
