import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import { useEffect } from "react";
import type { Notice } from "../appContext";
import { useApp } from "../appContext";
import { useNotices } from "../hooks/stores";
import { t } from "../strings/strings";
import { classNames } from "./classNames";
import { IconButton } from "./IconButton";
import styles from "./Notices.module.css";

const icons: Record<Notice["tone"], typeof Info> = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
};

/** Good and neutral news go by themselves; trouble stays until it was read. */
const SHOWN_MS = 6000;

function NoticeCard({ notice }: { notice: Notice }) {
  const { intents } = useApp();
  const Icon = icons[notice.tone];
  const passing = notice.tone === "info" || notice.tone === "success";
  useEffect(() => {
    if (!passing) return;
    const timer = setTimeout(() => intents.dismissNotice(notice.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [intents, notice.id, passing]);
  return (
    <li className={classNames(styles.notice, styles[notice.tone])}>
      <Icon className={styles.icon} size={18} aria-hidden="true" />
      <p className={styles.words}>
        {t.notices[notice.message](notice.peerName ?? t.somebody, notice.device, notice.instead)}
      </p>
      <IconButton
        className={styles.dismiss}
        label={t.actions.dismiss}
        icon={<X size={16} aria-hidden="true" />}
        onClick={() => intents.dismissNotice(notice.id)}
      />
    </li>
  );
}

/** News of things that happened by themselves; always mounted, so that screen readers hear each one. */
export function Notices() {
  const notices = useNotices();
  return (
    <div className={styles.region} role="status" aria-live="polite">
      <ul className={styles.list}>
        {notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </ul>
    </div>
  );
}
