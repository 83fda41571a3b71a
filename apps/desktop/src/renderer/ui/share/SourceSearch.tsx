import { X } from "lucide-react";
import type { KeyboardEvent, RefObject } from "react";
import type { ShareSource } from "../../../shared/sharing";
import { SearchInput } from "../kit/SearchInput";
import { t } from "../strings/strings";
import styles from "./SourceSearch.module.css";

interface SourceSearchProps {
  kind: ShareSource["kind"];
  query: string;
  field: RefObject<HTMLInputElement | null>;
  onQuery: (query: string) => void;
  /** Arrow down or Enter: on to what was found. */
  onEnter: () => void;
}

/** Narrows the sources while one types. */
export function SourceSearch({ kind, query, field, onQuery, onEnter }: SourceSearchProps) {
  const press = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    // Enter in a field would share at once what may not even be in sight.
    event.preventDefault();
    onEnter();
  };
  const clear = () => {
    onQuery("");
    field.current?.focus();
  };
  return (
    <search className={styles.search}>
      <SearchInput
        field={field}
        aria-label={t.sharing.search[kind]}
        placeholder={t.sharing.search[kind]}
        value={query}
        maxLength={200}
        onQuery={onQuery}
        onKeyDown={press}
      >
        {query && (
          <button type="button" className={styles.clear} aria-label={t.sharing.clearSearch} onClick={clear}>
            <X size={15} aria-hidden="true" />
          </button>
        )}
      </SearchInput>
    </search>
  );
}
