import type { Presence } from "@sightline/protocol";
import styles from "./Avatar.module.css";
import { classNames } from "./classNames";

const COLOURS = 8;

/** Up to two initials; an emoji or other script counts as one letter. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return picked
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

/** The same person has the same colour everywhere. */
function colourOf(id: string): string {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  return `var(--avatar-${sum % COLOURS})`;
}

interface AvatarProps {
  person: { id: string; name: string };
  size?: number;
  /** Draws the dot; say the same in words beside it. */
  presence?: Presence;
  className?: string;
}

export function Avatar({ person, size = 36, presence, className }: AvatarProps) {
  return (
    <span
      className={classNames(styles.avatar, className)}
      style={{ width: size, height: size, fontSize: size * 0.38, backgroundColor: colourOf(person.id) }}
      aria-hidden="true"
    >
      {initials(person.name)}
      {presence && <span className={classNames(styles.dot, styles[presence])} />}
    </span>
  );
}
