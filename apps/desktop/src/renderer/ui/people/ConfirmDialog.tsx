import { useState } from "react";
import type { Outcome } from "../appContext";
import { useBusy } from "../hooks/useBusy";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { FormMessage } from "../kit/FormMessage";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";

interface ConfirmDialogProps {
  title: string;
  /** What will happen, and whether it can be undone. */
  why: string;
  /** The word on the button that does it. */
  action: string;
  act: () => Promise<Outcome>;
  /** After it was done, too. */
  onClose: () => void;
  onDone?: () => void;
}

/** Asks before something is done that others notice or that cannot be undone. */
export function ConfirmDialog({ title, why, action, act, onClose, onDone }: ConfirmDialogProps) {
  const [error, setError] = useState<string | null>(null);
  const { busy, run } = useBusy();
  const confirm = () =>
    run(async () => {
      const outcome = await act();
      if (!outcome.ok) return setError(failureWords(outcome.failure));
      onClose();
      onDone?.();
    });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.actions.cancel}</Button>
          <Button tone="danger" busy={busy} onClick={confirm}>
            {action}
          </Button>
        </>
      }
    >
      <p>{why}</p>
      <FormMessage>{error}</FormMessage>
    </Dialog>
  );
}
