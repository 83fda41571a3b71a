import { useEffect, useState } from "react";

/** Whose names a password should not be made of. */
export interface PasswordOwner {
  readonly name: string;
  readonly username: string;
  readonly email: string;
}

export type Strength = ReturnType<typeof import("@sightline/password-strength")["strengthOf"]>;

/** A check takes up to some 20 ms; while somebody types, none. */
const PAUSE_MS = 150;

/**
 * How well a password stands guessing, as of the last pause in its typing; null: not known (yet). The word list is loaded
 * when first needed; the server judges in any case.
 */
export function useStrength(password: string, owner: PasswordOwner): Strength | null {
  const { name, username, email } = owner;
  const [judged, setJudged] = useState<Strength | null>(null);
  useEffect(() => {
    if (password === "") return;
    let current = true;
    const timer = setTimeout(() => {
      const judge = ({ strengthOf }: typeof import("@sightline/password-strength")) => {
        if (current) setJudged(strengthOf(password, { name, username, email }));
      };
      import("@sightline/password-strength").then(judge, () => setJudged(null));
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [password, name, username, email]);
  return judged;
}
