import { Mic, MonitorUp, PhoneOff, Video } from "lucide-react";
import styles from "./Illustration.module.css";

/** The product in one picture: a shared window, two people beside it. Decoration. */
export function Illustration() {
  return (
    <div className={styles.side} aria-hidden="true">
      <div className={styles.stage}>
        <div className={styles.window}>
          <div className={styles.titleBar}>
            <i />
            <i />
            <i />
          </div>
          <div className={styles.code}>
            <b className={styles.w40} />
            <b className={styles.w70} />
            <b className={styles.accent} />
            <b className={styles.w55} />
            <b className={styles.w80} />
            <b className={styles.w30} />
            <b className={styles.positive} />
            <b className={styles.w60} />
          </div>
        </div>
        <div className={styles.tiles}>
          <span className={styles.ada}>A</span>
          <span className={styles.ben}>B</span>
        </div>
        <div className={styles.bar}>
          <span>
            <Mic size={15} />
          </span>
          <span>
            <Video size={15} />
          </span>
          <span>
            <MonitorUp size={15} />
          </span>
          <span className={styles.hangUp}>
            <PhoneOff size={15} />
          </span>
        </div>
      </div>
    </div>
  );
}
