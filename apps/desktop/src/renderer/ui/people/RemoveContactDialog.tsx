import type { UserSummary } from "@sightline/protocol";
import { useApp } from "../appContext";
import { t } from "../strings/strings";
import { ConfirmDialog } from "./ConfirmDialog";

export function RemoveContactDialog({ user, onClose }: { user: UserSummary; onClose: () => void }) {
  const { intents } = useApp();
  return (
    <ConfirmDialog
      title={t.people.removeTitle(user.name)}
      why={t.people.removeWhy(user.name)}
      action={t.actions.remove}
      act={() => intents.removeContact(user.id)}
      onClose={onClose}
    />
  );
}
