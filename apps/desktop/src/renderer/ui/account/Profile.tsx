import { displayName, type Me } from "@sightline/protocol";
import { Camera, Pencil } from "lucide-react";
import { useState } from "react";
import { useApp } from "../appContext";
import { useSession } from "../hooks/stores";
import { useForm } from "../hooks/useForm";
import { Avatar } from "../kit/Avatar";
import { Field } from "../kit/Field";
import { IconButton } from "../kit/IconButton";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import { PictureDialog } from "./picture/PictureDialog";
import { FormActions } from "./FormActions";
import styles from "./Profile.module.css";

function NameForm({ me, onDone }: { me: Me; onDone: () => void }) {
  const { intents } = useApp();
  const form = useForm({
    first: { name: me.name },
    check: ({ name }) => (displayName.safeParse(name).success ? {} : { name: t.session.invalid.name }),
    async send({ name }) {
      const outcome = await intents.changeName(name);
      if (!outcome.ok) return { name: failureWords(outcome.failure) };
      onDone();
    },
    takesFocus: true,
  });
  return (
    <form className={styles.form} {...form.props}>
      <Field label={t.session.name} hint={t.session.nameHint} autoComplete="name" {...form.field("name")} />
      <FormActions action={t.actions.save} busy={form.busy} onCancel={onDone} />
    </form>
  );
}

/** Who one is to others, and the address that only the server knows. */
export function Profile() {
  const me = useSession((session) => session.me);
  const [editing, setEditing] = useState(false);
  const [choosing, setChoosing] = useState(false);
  if (!me) return null;
  if (editing) return <NameForm me={me} onDone={() => setEditing(false)} />;
  return (
    <div className={styles.profile}>
      <div className={styles.picture}>
        <Avatar person={me} size={72} />
        <IconButton
          className={styles.changePicture}
          label={t.picture.change}
          icon={<Camera size={15} aria-hidden="true" />}
          onClick={() => setChoosing(true)}
        />
      </div>
      <dl className={styles.facts}>
        <dt>{t.session.name}</dt>
        <dd className={styles.name}>
          {me.name}
          <IconButton
            label={t.account.changeName}
            icon={<Pencil size={15} aria-hidden="true" />}
            onClick={() => setEditing(true)}
          />
        </dd>
        <dt>{t.session.username}</dt>
        <dd>@{me.username}</dd>
        <dt>{t.session.email}</dt>
        <dd>{me.email}</dd>
      </dl>
      {choosing && <PictureDialog me={me} onClose={() => setChoosing(false)} />}
    </div>
  );
}
