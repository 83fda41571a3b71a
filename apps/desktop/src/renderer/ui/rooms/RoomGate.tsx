import { displayName } from "@sightline/protocol";
import { DoorOpen } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useApp } from "../appContext";
import { useRooms } from "../hooks/stores";
import { useBusy } from "../hooks/useBusy";
import { Button } from "../kit/Button";
import { Field } from "../kit/Field";
import { FormMessage } from "../session/FormMessage";
import { t } from "../strings/strings";
import styles from "./RoomGate.module.css";

function GuestForm({ roomId }: { roomId: string }) {
  const { intents } = useApp();
  const [name, setName] = useState("");
  const [errors, setErrors] = useState<{ name?: string; form?: string }>({});
  const { busy, run } = useBusy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      if (!displayName.safeParse(name).success) return setErrors({ name: t.session.invalid.name });
      const joined = await intents.joinAsGuest(roomId, name);
      if (joined.ok) return;
      setErrors({ form: t.withWait(t.errors[joined.failure.code], joined.failure.retryAfterSeconds) });
    });
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <h2 className={styles.title}>{t.rooms.gateGuest}</h2>
      <Field
        label={t.rooms.yourName}
        hint={t.rooms.yourNameHint}
        name="guest"
        autoComplete="name"
        value={name}
        error={errors.name}
        onChange={(event) => setName(event.target.value)}
      />
      <FormMessage>{errors.form}</FormMessage>
      <Button type="submit" wide busy={busy}>
        {t.rooms.joinAsGuest}
      </Button>
    </form>
  );
}

/** Above the log-in: that there is a room behind it. */
export function RoomInvitation() {
  const invited = useRooms((store) => store.visit.at === "looking");
  if (!invited) return null;
  return (
    <div className={styles.invitation} role="status">
      <DoorOpen size={22} aria-hidden="true" />
      <div>
        <p className={styles.title}>{t.rooms.gate}</p>
        <p>{t.rooms.gateAccount}</p>
      </div>
    </div>
  );
}

/** Below the log-in: the way in without an account, where the server has one. */
export function GuestEntrance() {
  const visit = useRooms((store) => store.visit);
  const guests = useRooms((store) => store.guests);
  return visit.at === "looking" && guests ? <GuestForm roomId={visit.roomId} /> : null;
}
