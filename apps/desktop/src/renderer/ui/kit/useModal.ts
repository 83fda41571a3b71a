import { type PointerEvent, type SyntheticEvent, useLayoutEffect, useRef } from "react";

/**
 * Keeps a native `<dialog>` open as a modal while it is mounted. Escape and a press outside call `onClose`; without it
 * neither does anything.
 */
export function useModal(onClose: (() => void) | undefined) {
  const ref = useRef<HTMLDialogElement>(null);
  const pressedOutside = useRef(false);

  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // Focus the dialog itself rather than its first button, so that no key press acts by accident.
    const first = dialog?.querySelector<HTMLElement>("[data-autofocus]") ?? dialog;
    first?.focus();
    return () => dialog?.close();
  }, []);

  return {
    ref,
    onCancel(event: SyntheticEvent) {
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      onClose?.();
    },
    // Browsers close a dialog on the second Escape even when the first was refused.
    onClose() {
      const dialog = ref.current;
      if (!dialog || dialog.open) return;
      if (onClose) onClose();
      else dialog.showModal();
    },
    onPointerDown(event: PointerEvent) {
      pressedOutside.current = event.target === event.currentTarget;
    },
    onClick(event: SyntheticEvent) {
      if (pressedOutside.current && event.target === event.currentTarget) onClose?.();
    },
  };
}
