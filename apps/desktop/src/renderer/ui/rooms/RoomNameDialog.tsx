import { displayName } from "@sightline/protocol";
import type { Outcome } from "../appContext";
import { useForm } from "../hooks/useForm";
import { Field } from "../kit/Field";
import { FormDialog } from "../kit/FormDialog";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";

interface RoomNameDialogProps {
  title: string;
  why?: string;
  name?: string;
  onSave: (name: string) => Promise<Outcome>;
  onClose: () => void;
}

/** Asks for a room's name, for a new one or to rename one. */
export function RoomNameDialog({ title, why, name = "", onSave, onClose }: RoomNameDialogProps) {
  const form = useForm({
    first: { room: name },
    check: ({ room }) => (displayName.safeParse(room).success ? {} : { room: t.rooms.nameInvalid }),
    async send({ room }) {
      const saved = await onSave(room);
      if (!saved.ok) return { room: failureWords(saved.failure) };
      onClose();
    },
  });
  return (
    <FormDialog title={title} why={why} action={t.actions.save} form={form} onClose={onClose}>
      <Field label={t.rooms.name} autoComplete="off" data-autofocus {...form.field("room")} />
    </FormDialog>
  );
}
