import type { Room } from "@sightline/protocol";
import { DoorOpen, Link2, Lock, Plus } from "lucide-react";
import { useState } from "react";
import { useApp } from "../appContext";
import { useRooms } from "../hooks/stores";
import { Button } from "../kit/Button";
import { IconButton } from "../kit/IconButton";
import pane from "../people/PeoplePane.module.css";
import { t } from "../strings/strings";
import { RoomNameDialog } from "./RoomNameDialog";
import styles from "./RoomsSection.module.css";

function RoomRow({ room: { id, name, locked, inside } }: { room: Room }) {
  const { intents } = useApp();
  const Icon = locked ? Lock : DoorOpen;
  return (
    <li className={styles.row}>
      <button type="button" className={pane.person} onClick={() => intents.openRoom(id)}>
        <span className={styles.icon} data-busy={inside > 0 || undefined}>
          <Icon size={19} aria-hidden="true" />
        </span>
        <span className={pane.names}>
          <span className={pane.name}>{name}</span>{" "}
          <span className={pane.detail}>
            {t.rooms.inside(inside)}
            {locked && ` · ${t.rooms.locked}`}
          </span>
        </span>
      </button>
      <IconButton
        className={styles.copy}
        label={t.rooms.copyLinkOf(name)}
        icon={<Link2 size={17} aria-hidden="true" />}
        onClick={() => void intents.copyRoomLink(id)}
      />
    </li>
  );
}

/** My rooms, below the people. */
export function RoomsSection() {
  const { intents } = useApp();
  const rooms = useRooms((store) => store.rooms);
  const [creating, setCreating] = useState(false);
  const create = async (name: string) => {
    const made = await intents.createRoom(name);
    if (!made.ok) return made;
    intents.openRoom(made.value);
    return { ok: true as const, value: undefined };
  };
  return (
    <section className={pane.section} aria-labelledby="rooms-title">
      <h2 id="rooms-title" className={pane.sectionTitle}>
        {t.rooms.title}
      </h2>
      <ul>
        {rooms.map((room) => (
          <RoomRow key={room.id} room={room} />
        ))}
      </ul>
      <Button
        tone="quiet"
        className={styles.create}
        icon={<Plus size={17} aria-hidden="true" />}
        onClick={() => setCreating(true)}
      >
        {t.rooms.create}
      </Button>
      {creating && (
        <RoomNameDialog
          title={t.rooms.create}
          why={t.rooms.createWhy}
          onSave={create}
          onClose={() => setCreating(false)}
        />
      )}
    </section>
  );
}
