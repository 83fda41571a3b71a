import type { UserSummary } from "@sightline/protocol";
import { useState } from "react";
import { useApp } from "../appContext";
import { useBusy } from "../hooks/useBusy";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { FormMessage } from "../session/FormMessage";
import { t } from "../strings/strings";

export function RemoveContactDialog({ user, onClose }: { user: UserSummary; onClose: () => void }) {
  const { intents } = useApp();
  const [error, setError] = useState<string | null>(null);
  const { busy, run } = useBusy();
  const remove = () =>
    run(async () => {
      const outcome = await intents.removeContact(user.id);
      if (outcome.ok) onClose();
      else setError(t.withWait(t.errors[outcome.failure.code], outcome.failure.retryAfterSeconds));
    });
  return (
    <Dialog
      title={t.people.removeTitle(user.name)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.actions.cancel}</Button>
          <Button tone="danger" busy={busy} onClick={remove}>
            {t.actions.remove}
          </Button>
        </>
      }
    >
      <p>{t.people.removeWhy(user.name)}</p>
      <FormMessage>{error}</FormMessage>
    </Dialog>
  );
}
