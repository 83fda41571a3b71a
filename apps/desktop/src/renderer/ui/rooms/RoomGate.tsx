import { displayName } from "@sightline/protocol";
import { DoorOpen } from "lucide-react";
import { useApp } from "../appContext";
import { useRooms } from "../hooks/stores";
import { useForm } from "../hooks/useForm";
import { Button } from "../kit/Button";
import { Field } from "../kit/Field";
import { FormMessage } from "../kit/FormMessage";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import styles from "./RoomGate.module.css";

function GuestForm({ roomId }: { roomId: string }) {
  const { intents } = useApp();
  const form = useForm({
    first: { guest: "" },
    check: ({ guest }) => (displayName.safeParse(guest).success ? {} : { guest: t.session.invalid.name }),
    async send({ guest }) {
      const joined = await intents.joinAsGuest(roomId, guest);
      if (!joined.ok) return { form: failureWords(joined.failure) };
    },
  });
  return (
    <form className={styles.form} {...form.props}>
      <h2 className={styles.title}>{t.rooms.gateGuest}</h2>
      <Field label={t.rooms.yourName} hint={t.rooms.yourNameHint} autoComplete="name" {...form.field("guest")} />
      <FormMessage>{form.message}</FormMessage>
      <Button type="submit" wide busy={form.busy}>
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
