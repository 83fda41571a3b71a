import { AppWindow, ExternalLink, Monitor, SearchX, ShieldAlert } from "lucide-react";
import { useApp } from "../appContext";
import { usePicker } from "../hooks/stores";
import { useDelayed } from "../hooks/useDelayed";
import { Button } from "../kit/Button";
import { EmptyState } from "../kit/EmptyState";
import { Spinner } from "../kit/Spinner";
import { t } from "../strings/strings";
import styles from "./SharePicker.module.css";

/** Why there is nothing to choose from, and what to do about it. */
export function NoSources({ query }: { query: string }) {
  const { intents } = useApp();
  const { loading, trouble, kind, pickedOutside } = usePicker((picker) => picker);
  const slow = useDelayed(loading, 300);
  const words = t.sharing;
  if (loading) return <div className={styles.none}>{slow && <Waiting outside={pickedOutside} />}</div>;
  if (trouble === "cancelled") {
    return (
      <div className={styles.none}>
        <EmptyState icon={<ExternalLink size={22} />} title={words.cancelled}>
          {words.cancelledWhy}
        </EmptyState>
        <Button onClick={intents.lookAgain}>{words.chooseAgain}</Button>
      </div>
    );
  }
  return (
    <div className={styles.none}>
      {trouble === "failed" && (
        <EmptyState icon={<ShieldAlert size={22} />} title={words.failed}>
          {words.failedWhy}
        </EmptyState>
      )}
      {trouble === null && query !== "" && (
        <EmptyState icon={<SearchX size={22} />} title={words.noMatch(query)}>
          {words.noMatchWhy}
        </EmptyState>
      )}
      {trouble === null && query === "" && (
        <EmptyState
          icon={kind === "window" ? <AppWindow size={22} /> : <Monitor size={22} />}
          title={kind === "window" ? words.noWindows : words.noScreens}
        >
          {kind === "window" ? words.noWindowsWhy : words.noScreensWhy}
        </EmptyState>
      )}
    </div>
  );
}

function Waiting({ outside }: { outside: boolean }) {
  if (outside) {
    return (
      <EmptyState icon={<ExternalLink size={22} />} title={t.sharing.chooseOutside}>
        {t.sharing.chooseOutsideWhy}
      </EmptyState>
    );
  }
  return (
    <span className={styles.loading}>
      <Spinner /> {t.sharing.loading}
    </span>
  );
}
