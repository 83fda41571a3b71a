import { PictureInPicture2 } from "lucide-react";
import { Button } from "../../kit/Button";
import { t } from "../../strings/strings";
import styles from "./ShareView.module.css";

/** Stands where the share was while it floats in a window of its own. */
export function PoppedOut({ onReturn }: { onReturn: () => void }) {
  return (
    <div className={styles.poppedOut}>
      <PictureInPicture2 size={32} aria-hidden="true" />
      <p>{t.shareView.isOut}</p>
      <Button className={styles.bringBack} onClick={onReturn}>
        {t.shareView.bringBack}
      </Button>
    </div>
  );
}
