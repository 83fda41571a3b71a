import type { RoomLook } from "@sightline/protocol";
import { Link2, Lock, LockOpen, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useApp } from "../appContext";
import { useRooms } from "../hooks/stores";
import { useBusy } from "../hooks/useBusy";
import { Button } from "../kit/Button";
import { ConfirmDialog } from "../people/ConfirmDialog";
import { t } from "../strings/strings";
import { RoomNameDialog } from "./RoomNameDialog";
import styles from "./OwnerTools.module.css";

function CloseRoomDialog({ look: { id, name }, onClose }: { look: RoomLook; onClose: () => void }) {
  const { intents } = useApp();
  return (
    <ConfirmDialog
      title={t.rooms.closeTitle(name)}
      why={t.rooms.closeWhy}
      action={t.rooms.closeRoom}
      act={() => intents.closeRoom(id)}
      onClose={onClose}
      onDone={intents.leaveRoom}
    />
  );
}

/** What the owner may do with a room, in front of it and inside. Others get the link alone. */
export function OwnerTools({ look }: { look: RoomLook }) {
  const { intents } = useApp();
  const locked = useRooms((store) => store.rooms.find(({ id }) => id === look.id)?.locked ?? false);
  const [dialog, setDialog] = useState<"rename" | "close" | null>(null);
  const { busy, run } = useBusy();
  const { id, mine } = look;
  const lock = () => run(async () => void (await intents.lockRoom(id, !locked)));
  const LockIcon = locked ? LockOpen : Lock;
  return (
    <div className={styles.tools} role="group" aria-label={mine ? t.rooms.ownerTools : t.rooms.copyLink}>
      <Button icon={<Link2 size={16} aria-hidden="true" />} onClick={() => void intents.copyRoomLink(id)}>
        {t.rooms.copyLink}
      </Button>
      {mine && (
        <>
          <Button busy={busy} icon={<LockIcon size={16} aria-hidden="true" />} onClick={lock}>
            {locked ? t.rooms.unlock : t.rooms.lock}
          </Button>
          <Button icon={<Pencil size={16} aria-hidden="true" />} onClick={() => setDialog("rename")}>
            {t.rooms.rename}
          </Button>
          <Button icon={<Trash2 size={16} aria-hidden="true" />} onClick={() => setDialog("close")}>
            {t.rooms.closeRoom}
          </Button>
        </>
      )}
      {dialog === "rename" && (
        <RoomNameDialog
          title={t.rooms.rename}
          name={look.name}
          onSave={(name) => intents.renameRoom(id, name)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === "close" && <CloseRoomDialog look={look} onClose={() => setDialog(null)} />}
    </div>
  );
}
