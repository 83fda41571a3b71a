import { Search } from "lucide-react";
import type { InputHTMLAttributes, ReactNode, RefObject } from "react";
import { classNames } from "./classNames";
import styles from "./SearchInput.module.css";

interface SearchInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "onChange"> {
  field?: RefObject<HTMLInputElement | null>;
  onQuery: (query: string) => void;
  /** Of the box around it. */
  className?: string;
  /** At its end, inside. */
  children?: ReactNode;
}

/** A field for names as others wrote them: nothing is corrected or completed. */
export function SearchInput({ field, onQuery, className, children, ...input }: SearchInputProps) {
  return (
    <div className={classNames(styles.box, className)}>
      <Search className={styles.icon} size={16} aria-hidden="true" />
      <input
        ref={field}
        className={styles.input}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => onQuery(event.target.value)}
        {...input}
      />
      {children}
    </div>
  );
}
