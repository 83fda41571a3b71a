import { isSearchable, type UserSummary, wordsOf } from "@sightline/protocol";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { type Failure, useApp } from "../appContext";
import { usePeople } from "../hooks/stores";
import { failureWords } from "../strings/failureWords";
import { wordsAbout } from "./findWords";

/** What is said below the field. */
interface Said {
  readonly tone: "error" | "info";
  readonly words: string;
}

/** How long one pauses at the end of a word, ms: the search goes on by itself then. */
const PAUSE_MS = 300;

/** The search for people: what was typed, who was found, what is to be said. Of several questions the last one counts. */
export function useFind() {
  const { intents } = useApp();
  const directory = usePeople((people) => people.rules?.directory ?? "exact");
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<readonly UserSummary[]>([]);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const asked = useRef(0);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  const fail = (failure: Failure) => setSaid({ tone: "error", words: failureWords(failure) });
  const show = (people: readonly UserSummary[]) => {
    setFound(people);
    const words = wordsAbout(people.length, directory);
    setSaid(words === null ? null : { tone: "info", words });
  };
  /** Whatever is on its way counts no more. */
  const turn = () => {
    clearTimeout(pause.current);
    setBusy(false);
    asked.current += 1;
    return asked.current;
  };
  const ask = async (typed: string) => {
    const mine = turn();
    const outcome = await intents.searchPeople(typed);
    if (mine !== asked.current) return;
    setBusy(false);
    if (outcome.ok) return show(outcome.value);
    setFound([]);
    fail(outcome.failure);
  };

  const type = (typed: string) => {
    turn();
    setQuery(typed);
    setSaid(null);
    if (directory === "exact") return;
    if (isSearchable(wordsOf(typed))) pause.current = setTimeout(() => void ask(typed), PAUSE_MS);
    else setFound([]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || query.trim() === "") return;
    void ask(query);
    setBusy(true);
  };
  const clear = () => {
    turn();
    setQuery("");
    setFound([]);
    setSaid(null);
  };
  /** One of those who were found. */
  const pick = (user: UserSummary) => {
    turn();
    show([user]);
  };

  return { directory, query, found, said, busy, type, submit, clear, fail, pick };
}
