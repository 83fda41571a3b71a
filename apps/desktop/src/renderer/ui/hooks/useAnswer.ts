import { useCallback, useEffect, useState } from "react";
import type { Failure, Outcome } from "../appContext";

export type Answered<T> =
  | { readonly is: "loading" }
  | { readonly is: "failed"; readonly failure: Failure }
  | { readonly is: "there"; readonly value: T };

function answered<T>(outcome: Outcome<T>): Answered<T> {
  return outcome.ok ? { is: "there", value: outcome.value } : { is: "failed", failure: outcome.failure };
}

/** Asks once the view is there, and again when told to; what is shown stays until the new answer has come. */
export function useAnswer<T>(ask: () => Promise<Outcome<T>>): { answer: Answered<T>; again: () => Promise<void> } {
  const [answer, setAnswer] = useState<Answered<T>>({ is: "loading" });
  const again = useCallback(async () => setAnswer(answered(await ask())), [ask]);
  useEffect(() => {
    let wanted = true;
    void ask().then((outcome) => wanted && setAnswer(answered(outcome)));
    return () => {
      wanted = false;
    };
  }, [ask]);
  return { answer, again };
}
