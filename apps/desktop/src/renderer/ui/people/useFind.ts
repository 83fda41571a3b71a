import { type UserSummary, username as usernameSchema } from "@sightline/protocol";
import { useState } from "react";
import { type Failure, useApp } from "../appContext";
import { useBusy } from "../hooks/useBusy";
import { t } from "../strings/strings";

function words({ code, retryAfterSeconds }: Failure): string {
  return code === "input.invalid" ? t.people.findUsernameInvalid : t.withWait(t.errors[code], retryAfterSeconds);
}

/** The search for one person: what was typed, who was found, what went wrong. */
export function useFind() {
  const { intents } = useApp();
  const [username, setUsername] = useState("");
  const [user, setUser] = useState<UserSummary | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { busy, run } = useBusy();

  const type = (typed: string) => {
    setUsername(typed);
    setError(null);
  };
  const find = () =>
    run(async () => {
      setUser(null);
      const checked = usernameSchema.safeParse(username);
      if (!checked.success) return setError(t.people.findUsernameInvalid);
      const outcome = await intents.findUser(checked.data);
      setError(outcome.ok ? null : words(outcome.failure));
      if (outcome.ok) setUser(outcome.value);
    });
  const clear = () => {
    setUser(null);
    type("");
  };
  const fail = (failure: Failure) => setError(words(failure));

  return { username, user, error, busy, type, find, clear, fail };
}
