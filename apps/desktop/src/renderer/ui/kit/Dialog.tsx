import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { t } from "../strings/strings";
import { classNames } from "./classNames";
import styles from "./Dialog.module.css";
import { IconButton } from "./IconButton";
import { useModal } from "./useModal";

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
  const modal = useModal(onClose);
  const id = useId();
  const ids = { title: `${id}-title`, description: `${id}-description` };

  return (
    <dialog
      {...modal}
      tabIndex={-1}
      className={classNames(styles.dialog, styles[size], className)}
      aria-labelledby={ids.title}
      aria-describedby={description ? ids.description : undefined}
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
