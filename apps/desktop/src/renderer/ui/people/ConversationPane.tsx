import type { Contact } from "@sightline/protocol";
import { ArrowLeft, MessageCircle, MonitorUp, Phone, UserMinus, Video } from "lucide-react";
import { useState } from "react";
import { useApp } from "../appContext";
import { usePeople } from "../hooks/stores";
import { Avatar } from "../kit/Avatar";
import { Button } from "../kit/Button";
import { EmptyState } from "../kit/EmptyState";
import { IconButton } from "../kit/IconButton";
import { t } from "../strings/strings";
import { CallHistory } from "./CallHistory";
import styles from "./ConversationPane.module.css";
import { RemoveContactDialog } from "./RemoveContactDialog";

function Conversation({ contact: { user, presence } }: { contact: Contact }) {
  const { intents, platform } = useApp();
  const [removing, setRemoving] = useState(false);
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
          onClick={() => setRemoving(true)}
        />
      </header>
      <div className={styles.scroll}>
        <section className={styles.person}>
          <Avatar person={user} size={88} presence={presence} className={styles.avatar} />
          <h1 className={styles.name}>{user.name}</h1>
          <p className={styles.presence}>
            @{user.username} · {t.people.presence[presence]}
          </p>
          <div className={styles.actions}>
            <Button
              tone="primary"
              icon={<Phone size={17} aria-hidden="true" />}
              onClick={() => intents.call(user, "audio")}
            >
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
          <p className={styles.hint}>
            {presence === "offline" && t.people.offlineHint(user.name)}
            {presence === "inCall" && t.people.inCallHint(user.name)}
          </p>
        </section>
        <CallHistory user={user} />
      </div>
      {removing && <RemoveContactDialog user={user} onClose={() => setRemoving(false)} />}
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
