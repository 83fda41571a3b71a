import { ChevronsUpDown, CircleUserRound, LogOut, Settings } from "lucide-react";
import { useId, useRef } from "react";
import { useApp } from "../appContext";
import { useOwnPresence } from "../hooks/presences";
import { useSession } from "../hooks/stores";
import { useBusy } from "../hooks/useBusy";
import { Avatar } from "../kit/Avatar";
import { t } from "../strings/strings";
import text from "../styles/text.module.css";
import styles from "./AccountMenu.module.css";
import { QuietMenu } from "./QuietMenu";

/** What the menu opens in front of everything else. */
export interface MenuDoors {
  onOpenAccount: () => void;
  onOpenSettings: () => void;
}

/** Own name; opens the account, the settings, and logs out. */
export function AccountMenu({ onOpenAccount, onOpenSettings }: MenuDoors) {
  const { intents } = useApp();
  const me = useSession((session) => session.me);
  const presence = useOwnPresence();
  const { run } = useBusy();
  const popover = useRef<HTMLDivElement>(null);
  const id = useId();
  if (!me) return null;
  const act = (action: () => void) => () => {
    popover.current?.hidePopover();
    action();
  };
  return (
    <footer className={styles.footer}>
      <button type="button" className={styles.me} popoverTarget={id}>
        <Avatar person={me} size={32} presence={presence} />
        <span className={styles.names}>
          <span className={styles.name}>{me.name}</span>{" "}
          <span className={styles.username}>
            {t.people.presence[presence]} · @{me.username}
          </span>
          <span className={text.hidden}> {t.people.accountMenu}</span>
        </span>
        <ChevronsUpDown size={16} aria-hidden="true" className={styles.arrow} />
      </button>
      <div ref={popover} id={id} popover="auto" className={styles.menu} role="group" aria-label={t.people.account}>
        <QuietMenu onDone={() => popover.current?.hidePopover()} />
        <button type="button" className={styles.item} onClick={act(onOpenAccount)}>
          <CircleUserRound size={17} aria-hidden="true" /> {t.account.title}
        </button>
        <button type="button" className={styles.item} onClick={act(onOpenSettings)}>
          <Settings size={17} aria-hidden="true" /> {t.settings.title}
        </button>
        <button type="button" className={styles.item} onClick={act(() => run(intents.logOut))}>
          <LogOut size={17} aria-hidden="true" /> {t.session.logOut}
        </button>
      </div>
    </footer>
  );
}
