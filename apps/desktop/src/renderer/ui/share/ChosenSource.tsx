import type { ShareSource } from "../../../shared/sharing";
import { t } from "../strings/strings";
import styles from "./SharePicker.module.css";

/** Names what the button is about to share. */
export function ChosenSource({ source }: { source: ShareSource | undefined }) {
  return (
    <p className={styles.chosen} title={source?.title}>
      {source ? t.sharing.chosen(source.title) : t.sharing.nothingChosen}
    </p>
  );
}
