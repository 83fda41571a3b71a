import { Check } from "lucide-react";
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { classNames } from "./classNames";
import styles from "./Menu.module.css";
import { menuPlace, nextItem } from "./menuMove";

interface MenuButtonProps {
  /** The accessible name of the button and of its menu. */
  label: string;
  icon: ReactNode;
  className?: string | undefined;
  /** Above the choices, for what is none of them; exists only while the menu is open, like `children`. */
  top?: ReactNode;
  children: ReactNode;
}

/** A button with a menu of choices, which stays open while one tries them. */
export function MenuButton({ label, icon, className, top, children }: MenuButtonProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CSSProperties | null>(null);
  const close = useCallback(() => popover.current?.hidePopover(), []);
  const show = (open: boolean) => {
    const edges = button.current?.getBoundingClientRect();
    setPlace(open && edges ? menuPlace(edges, popover.current?.offsetWidth ?? 0, window) : null);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classNames(styles.button, className)}
        popoverTarget={id}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={place !== null}
      >
        {icon}
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        className={styles.popover}
        style={place ?? { visibility: "hidden" }}
        onToggle={(event) => show(event.newState === "open")}
      >
        {place && (
          <>
            {top}
            <MenuItems label={label} onClose={close}>
              {children}
            </MenuItems>
          </>
        )}
      </div>
    </>
  );
}

/** Arrow keys, Home and End lead through it; Escape is the popover's own. */
function MenuItems({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const menu = useRef<HTMLDivElement>(null);
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
  useEffect(() => {
    const chosen = menu.current?.querySelector<HTMLElement>('[role="menuitemradio"][aria-checked="true"]');
    chosen?.focus();
    window.addEventListener("resize", onClose);
    return () => window.removeEventListener("resize", onClose);
  }, [onClose]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Tab") return onClose();
    const all = items();
    const next = nextItem(event.key, all.indexOf(document.activeElement as HTMLElement), all.length);
    if (next === null) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return (
    <div ref={menu} role="menu" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

/** Choices that belong together, under their name. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <span id={id} className={styles.heading}>
        {label}
      </span>
      {children}
    </div>
  );
}

interface MenuChoiceProps {
  /** `one`: exactly one of its group holds; `any`: on or off by itself. */
  of: "one" | "any";
  chosen: boolean;
  disabled?: boolean;
  onChoose: () => void;
  children: ReactNode;
}

export function MenuChoice({ of, chosen, disabled = false, onChoose, children }: MenuChoiceProps) {
  return (
    <button
      type="button"
      role={of === "one" ? "menuitemradio" : "menuitemcheckbox"}
      aria-checked={chosen}
      aria-disabled={disabled || undefined}
      tabIndex={-1}
      className={styles.item}
      onClick={() => !disabled && onChoose()}
    >
      <Check className={styles.check} size={16} aria-hidden="true" />
      <span className={styles.words}>{children}</span>
    </button>
  );
}
