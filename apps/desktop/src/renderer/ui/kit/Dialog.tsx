import { X } from "lucide-react";
import { type PointerEvent, type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from "react";
import { t } from "../strings/strings";
import { classNames } from "./classNames";
import styles from "./Dialog.module.css";
import { IconButton } from "./IconButton";

interface DialogProps {
  title: string;
  /** Called for Escape, the close button and a press outside. Without it the dialog closes by its own buttons only. */
  onClose?: () => void;
  /** Read out after the title. */
  description?: string;
  size?: "small" | "medium" | "large";
  /** `bare`: no header; the content draws title and description itself, with the given ids. */
  header?: "shown" | "bare";
  footer?: ReactNode;
  className?: string;
  children: ReactNode | ((ids: { title: string; description: string }) => ReactNode);
}

/** Native modal dialog. It is open while it is mounted; the focus starts on the dialog itself, so that no key press acts by accident. */
export function Dialog(props: DialogProps) {
  const { title, onClose, description, size = "small", header = "shown", footer, className, children } = props;
  const ref = useRef<HTMLDialogElement>(null);
  const pressedOutside = useRef(false);
  const id = useId();
  const ids = { title: `${id}-title`, description: `${id}-description` };

  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    const first = dialog?.querySelector<HTMLElement>("[data-autofocus]") ?? dialog;
    first?.focus();
    return () => dialog?.close();
  }, []);

  const stop = (event: SyntheticEvent) => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    onClose?.();
  };
  // Browsers close a dialog on the second Escape even when the first was refused.
  const reopen = () => {
    const dialog = ref.current;
    if (!dialog || dialog.open) return;
    if (onClose) onClose();
    else dialog.showModal();
  };
  const press = (event: PointerEvent) => {
    pressedOutside.current = event.target === event.currentTarget;
  };
  const release = (event: SyntheticEvent) => {
    if (pressedOutside.current && event.target === event.currentTarget) onClose?.();
  };

  return (
    <dialog
      ref={ref}
      tabIndex={-1}
      className={classNames(styles.dialog, styles[size], className)}
      aria-labelledby={ids.title}
      aria-describedby={description ? ids.description : undefined}
      onCancel={stop}
      onClose={reopen}
      onPointerDown={press}
      onClick={release}
    >
      <div className={styles.inside}>
        {header === "shown" && (
          <header className={styles.header}>
            <div>
              <h2 id={ids.title} className={styles.title}>
                {title}
              </h2>
              {description && (
                <p id={ids.description} className={styles.description}>
                  {description}
                </p>
              )}
            </div>
            {onClose && (
              <IconButton label={t.actions.close} icon={<X size={18} aria-hidden="true" />} onClick={onClose} />
            )}
          </header>
        )}
        <div className={styles.body}>{typeof children === "function" ? children(ids) : children}</div>
        {footer && <footer className={styles.footer}>{footer}</footer>}
      </div>
    </dialog>
  );
}
