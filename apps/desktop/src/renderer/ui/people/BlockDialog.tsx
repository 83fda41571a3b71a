import type { UserSummary } from "@sightline/protocol";
import { useApp } from "../appContext";
import { t } from "../strings/strings";
import { ConfirmDialog } from "./ConfirmDialog";

export function BlockDialog({ user, onClose }: { user: UserSummary; onClose: () => void }) {
  const { intents } = useApp();
  return (
    <ConfirmDialog
      title={t.people.blockTitle(user.name)}
      why={t.people.blockWhy(user.name)}
      action={t.people.block}
      act={() => intents.blockPerson(user.id)}
      onClose={onClose}
    />
  );
}
