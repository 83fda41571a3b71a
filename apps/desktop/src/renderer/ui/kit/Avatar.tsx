import { picturePath, type Presence } from "@sightline/protocol";
import { useState } from "react";
import { useApp } from "../appContext";
import { useSession } from "../hooks/stores";
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

/** Over the initials, which show until it is there, and where it cannot be had. */
function Picture({ id }: { id: string }) {
  const { serverAddress } = useApp().platform;
  const online = useSession((session) => session.connection === "online");
  const [failed, setFailed] = useState<"online" | "offline" | null>(null);
  // What failed without a server is tried once more when it is back.
  if (failed === "online" || (failed === "offline" && !online)) return null;
  return (
    <img
      className={styles.picture}
      src={serverAddress + picturePath(id)}
      alt=""
      decoding="async"
      draggable={false}
      onError={() => setFailed(online ? "online" : "offline")}
    />
  );
}

interface AvatarProps {
  person: { id: string; name: string; picture?: string | undefined };
  size?: number;
  /** Draws the dot; say the same in words beside it. */
  presence?: Presence | undefined;
  className?: string;
}

/** A person's picture, or their initials. Their name stands beside it, so nothing reads it out. */
export function Avatar({ person, size = 36, presence, className }: AvatarProps) {
  return (
    <span
      className={classNames(styles.avatar, className)}
      style={{ width: size, height: size, fontSize: size * 0.38, backgroundColor: colourOf(person.id) }}
      aria-hidden="true"
    >
      {initials(person.name)}
      {person.picture && <Picture key={person.picture} id={person.picture} />}
      {presence && <span className={classNames(styles.dot, styles[presence])} />}
    </span>
  );
}
