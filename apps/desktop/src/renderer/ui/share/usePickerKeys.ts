import { type RefObject, useEffect } from "react";

interface PickerKeys {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly onClear: () => void;
}

/** Typing anywhere in the dialog searches; Escape ends the search first, and only then closes. */
export function usePickerKeys({ form, field, query, onClear }: PickerKeys): void {
  useEffect(() => {
    // On the dialog itself: it has the focus until the sources are there.
    const dialog = form.current?.closest("dialog");
    const press = (event: KeyboardEvent) => {
      if (event.key === "Escape" && query !== "") {
        event.preventDefault();
        onClear();
      } else if (searches(event)) field.current?.focus();
    };
    dialog?.addEventListener("keydown", press);
    return () => dialog?.removeEventListener("keydown", press);
  }, [form, field, query, onClear]);
}

/** A letter that no field would take. Space chooses. */
function searches({ key, ctrlKey, metaKey, altKey, isComposing, target }: KeyboardEvent): boolean {
  if (key.length !== 1 || key === " " || ctrlKey || metaKey || altKey || isComposing) return false;
  return !(target instanceof HTMLInputElement && target.type !== "radio");
}
