import { useState } from "react";
import { AccountDialog } from "../account/AccountDialog";
import { usePeople } from "../hooks/stores";
import { SettingsDialog } from "../settings/SettingsDialog";
import { ConnectionBanner } from "./ConnectionBanner";
import { ConversationPane } from "./ConversationPane";
import styles from "./Home.module.css";
import { PeoplePane } from "./PeoplePane";

/** People on the left, the conversation in the middle; on a phone one after the other. */
export function Home() {
  const selectedId = usePeople((people) => people.selectedUserId);
  const person = usePeople((people) =>
    people.contacts.find((contact) => contact.user.id === people.selectedUserId && contact.state === "accepted"),
  );
  const [open, setOpen] = useState<"account" | "settings" | null>(null);
  const close = () => setOpen(null);
  return (
    <main className={styles.home} data-page={selectedId && person ? "conversation" : "list"}>
      <PeoplePane onOpenAccount={() => setOpen("account")} onOpenSettings={() => setOpen("settings")} />
      <ConversationPane key={person?.user.id} contact={person ?? null} />
      <ConnectionBanner />
      {open === "account" && <AccountDialog onClose={close} />}
      {open === "settings" && <SettingsDialog onClose={close} />}
    </main>
  );
}
