import { useDelayed } from "../hooks/useDelayed";
import { Mark } from "../kit/Mark";
import { Spinner } from "../kit/Spinner";
import { t } from "../strings/strings";
import text from "../styles/text.module.css";
import styles from "./Session.module.css";

/** While the stored session is checked; most starts are over before it shows. */
export function Splash() {
  const due = useDelayed(true, 300);
  return (
    <main>
      {due && (
        <div className={styles.splash}>
          <Mark size={52} />
          <Spinner size={20} />
          <h1 className={text.hidden}>{t.app.starting}</h1>
        </div>
      )}
    </main>
  );
}
