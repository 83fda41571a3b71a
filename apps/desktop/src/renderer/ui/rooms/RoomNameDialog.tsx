import { displayName } from "@sightline/protocol";
import { type FormEvent, useId, useRef, useState } from "react";
import type { Outcome } from "../appContext";
import { useBusy } from "../hooks/useBusy";
import { useFocusFirstError } from "../hooks/useFocusFirstError";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { Field } from "../kit/Field";
import { t } from "../strings/strings";

interface RoomNameDialogProps {
  title: string;
  why?: string;
  name?: string;
  onSave: (name: string) => Promise<Outcome>;
  onClose: () => void;
}

/** Asks for a room's name, for a new one or to rename one. */
export function RoomNameDialog({ title, why, name: first = "", onSave, onClose }: RoomNameDialogProps) {
  const [name, setName] = useState(first);
  const [errors, setErrors] = useState<{ name?: string }>({});
  const { busy, run } = useBusy();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useFocusFirstError(form, errors);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      if (!displayName.safeParse(name).success) return setErrors({ name: t.rooms.nameInvalid });
      const saved = await onSave(name);
      if (saved.ok) onClose();
      else setErrors({ name: t.withWait(t.errors[saved.failure.code], saved.failure.retryAfterSeconds) });
    });
  };
  return (
    <Dialog
      title={title}
      description={why}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.actions.cancel}</Button>
          <Button type="submit" form={id} tone="primary" busy={busy}>
            {t.actions.save}
          </Button>
        </>
      }
    >
      <form id={id} ref={form} noValidate onSubmit={submit}>
        <Field
          label={t.rooms.name}
          name="room"
          autoComplete="off"
          data-autofocus
          value={name}
          error={errors.name}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
