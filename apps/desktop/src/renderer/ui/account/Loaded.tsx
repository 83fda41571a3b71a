import type { ReactNode } from "react";
import type { Answered } from "../hooks/useAnswer";
import { useDelayed } from "../hooks/useDelayed";
import { Button } from "../kit/Button";
import { Spinner } from "../kit/Spinner";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import styles from "./Loaded.module.css";

interface LoadedProps<T> {
  answer: Answered<T>;
  again: () => void;
  children: (value: T) => ReactNode;
}

/** What the server was asked for, or why it is not there and a way to ask again. */
export function Loaded<T>({ answer, again, children }: LoadedProps<T>) {
  const slow = useDelayed(answer.is === "loading", 300);
  if (answer.is === "there") return children(answer.value);
  return (
    <div className={styles.line} role="status">
      {answer.is === "failed" ? (
        <>
          <span>{failureWords(answer.failure)}</span>
          <Button onClick={again}>{t.actions.tryAgain}</Button>
        </>
      ) : (
        slow && (
          <>
            <Spinner size={16} /> {t.account.loading}
          </>
        )
      )}
    </div>
  );
}
