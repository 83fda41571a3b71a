import type { Contact, Presence, UserSummary } from "@sightline/protocol";
import { ArrowLeft, Ban, MessageCircle, MonitorUp, Phone, UserMinus, Video } from "lucide-react";
import { useState } from "react";
import { useApp } from "../appContext";
import { usePresenceOf } from "../hooks/presences";
import { usePeople } from "../hooks/stores";
import { Avatar } from "../kit/Avatar";
import { Button } from "../kit/Button";
import { EmptyState } from "../kit/EmptyState";
import { IconButton } from "../kit/IconButton";
import { t } from "../strings/strings";
import { BlockDialog } from "./BlockDialog";
import { CallHistory } from "./CallHistory";
import styles from "./ConversationPane.module.css";
import { RemoveContactDialog } from "./RemoveContactDialog";

function CallButtons({ user }: { user: UserSummary }) {
  const { intents, platform } = useApp();
  return (
    <div className={styles.actions}>
      <Button tone="primary" icon={<Phone size={17} aria-hidden="true" />} onClick={() => intents.call(user, "audio")}>
        {t.calls.call}
      </Button>
      <Button icon={<Video size={18} aria-hidden="true" />} onClick={() => intents.call(user, "video")}>
        {t.calls.videoCall}
      </Button>
      {platform.canShare && (
        <Button icon={<MonitorUp size={17} aria-hidden="true" />} onClick={() => intents.call(user, "share")}>
          {t.calls.shareWindow}
        </Button>
      )}
    </div>
  );
}

/** What a call to somebody in this state meets, where that is not the usual. */
const hints: Partial<Record<Presence, (name: string) => string>> = {
  offline: t.people.offlineHint,
  away: t.people.awayHint,
  inCall: t.people.inCallHint,
  doNotDisturb: t.people.quietHint,
};

function Conversation({ contact }: { contact: Contact }) {
  const { user } = contact;
  const { intents } = useApp();
  const presence = usePresenceOf()(contact);
  const [asking, setAsking] = useState<"remove" | "block" | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      <header className={styles.header}>
        <IconButton
          className={styles.back}
          label={t.actions.back}
          icon={<ArrowLeft size={20} aria-hidden="true" />}
          onClick={() => intents.selectPerson(null)}
        />
        <span className={styles.spring} />
        <IconButton
          label={t.people.remove}
          icon={<UserMinus size={18} aria-hidden="true" />}
          onClick={() => setAsking("remove")}
        />
        <IconButton
          label={t.people.blockPerson}
          icon={<Ban size={18} aria-hidden="true" />}
          onClick={() => setAsking("block")}
        />
      </header>
      <div className={styles.scroll}>
        <section className={styles.person}>
          <Avatar person={user} size={88} presence={presence ?? undefined} className={styles.avatar} />
          <h1 className={styles.name}>{user.name}</h1>
          <p className={styles.presence}>
            @{user.username}
            {presence && ` · ${t.people.presence[presence]}`}
          </p>
          <CallButtons user={user} />
          <p className={styles.hint}>{presence && hints[presence]?.(user.name)}</p>
        </section>
        <CallHistory user={user} />
      </div>
      {asking === "remove" && <RemoveContactDialog user={user} onClose={close} />}
      {asking === "block" && <BlockDialog user={user} onClose={close} />}
    </>
  );
}

export function ConversationPane({ contact }: { contact: Contact | null }) {
  const lonely = usePeople((people) => people.contacts.length === 0);
  return (
    <section className={styles.pane} aria-label={contact ? contact.user.name : undefined}>
      {contact ? (
        <Conversation contact={contact} />
      ) : (
        <div className={styles.empty}>
          <EmptyState
            as="h2"
            icon={<MessageCircle size={22} />}
            title={lonely ? t.people.noContacts : t.people.noSelection}
          >
            {lonely ? t.people.welcomeWhy : t.people.noSelectionWhy}
          </EmptyState>
        </div>
      )}
    </section>
  );
}
