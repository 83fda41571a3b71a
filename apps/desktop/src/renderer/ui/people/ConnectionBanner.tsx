import { CircleArrowUp } from "lucide-react";
import { useApp } from "../appContext";
import { useSession } from "../hooks/stores";
import { useDelayed } from "../hooks/useDelayed";
import { Spinner } from "../kit/Spinner";
import { t } from "../strings/strings";
import styles from "./ConnectionBanner.module.css";

/** This app and its server speak different versions: nothing works until one of them is updated. */
export function OutdatedNote() {
  const { platform } = useApp();
  return (
    <div className={styles.outdated}>
      <CircleArrowUp size={22} aria-hidden="true" />
      <div>
        <p className={styles.title}>{t.connection.outdated}</p>
        <p>{t.connection.outdatedWhy[platform.kind]}</p>
      </div>
    </div>
  );
}

/** How it stands with the server; floats, so that nothing moves when it comes and goes. */
export function ConnectionBanner({ inCall = false }: { inCall?: boolean }) {
  const connection = useSession((session) => session.connection);
  const slow = useDelayed(connection === "connecting", 1000);
  // A break that is over at once is no news.
  const offline = useDelayed(connection === "offline", 500);
  const words = inCall ? t.connection.offlineInCall : t.connection.offline;
  return (
    <div className={styles.region} role="status">
      {connection === "outdated" && !inCall && <OutdatedNote />}
      {(offline || slow) && (
        <p className={styles.pill}>
          <Spinner size={14} />
          {offline ? words : t.connection.connecting}
        </p>
      )}
    </div>
  );
}
