import { type RefObject, useEffect } from "react";

/** After a refused form, puts the focus into the first field at fault. `errors` is a new object for each check. */
export function useFocusFirstError(form: RefObject<HTMLFormElement | null>, errors: object): void {
  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, errors]);
}
