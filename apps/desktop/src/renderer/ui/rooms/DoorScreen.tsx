import { ArrowLeft, DoorOpen, Lock, Users } from "lucide-react";
import { useApp } from "../appContext";
import { DeviceProblems } from "../calling/DeviceProblems";
import { useRooms } from "../hooks/stores";
import { useFocusOnMount } from "../hooks/useFocusOnMount";
import { Button } from "../kit/Button";
import { t } from "../strings/strings";
import { Mirror } from "./Mirror";
import { OwnerTools } from "./OwnerTools";
import type { DoorView } from "./roomContext";
import styles from "./RoomScreen.module.css";

/** Where there is a desktop app. */
const computers: ReadonlySet<string> = new Set(["windows", "macos", "linux"]);

function DoorState({ visit: { look, problem } }: { visit: DoorView }) {
  const Icon = look.door === "locked" ? Lock : look.door === "full" ? Users : DoorOpen;
  const words = look.door === "open" ? t.rooms.enterWaiting(look.inside) : t.rooms.door[look.door];
  return (
    <div className={styles.state} role="status">
      <p className={styles.door} data-door={look.door}>
        <Icon size={18} aria-hidden="true" />
        {words}
      </p>
      {problem && <p className={styles.problem}>{t.rooms.problem(problem)}</p>}
    </div>
  );
}

/** In front of the door: who one is there, what one goes in with, and whether one can. Nothing is sent from here. */
export function DoorScreen({ visit }: { visit: DoorView }) {
  const { intents, platform } = useApp();
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const camera = useRooms((store) => store.camera);
  const microphone = useRooms((store) => store.microphone);
  const { look, choice, entering } = visit;
  return (
    <main className={styles.screen}>
      <header className={styles.top}>
        <Button tone="quiet" icon={<ArrowLeft size={18} aria-hidden="true" />} onClick={intents.leaveRoom}>
          {t.rooms.back}
        </Button>
      </header>
      <div className={styles.columns}>
        <div className={styles.left}>
          <Mirror choice={choice} />
          <DeviceProblems local={{ camera, microphone }} />
        </div>
        <div className={styles.right}>
          <h1 ref={heading} tabIndex={-1} className={styles.name}>
            {look.name}
          </h1>
          <p className={styles.owner}>{look.mine ? t.rooms.mine : t.rooms.by(look.ownerName)}</p>
          <DoorState visit={visit} />
          <Button
            tone="primary"
            className={styles.enter}
            disabled={look.door !== "open"}
            busy={entering}
            onClick={intents.enterRoom}
          >
            {t.rooms.enter}
          </Button>
          {look.mine && <OwnerTools look={look} />}
          {platform.kind === "browser" && computers.has(platform.system) && (
            <a className={styles.inApp} href={`sightline://room/${look.id}`}>
              {t.rooms.openInApp}
            </a>
          )}
        </div>
      </div>
    </main>
  );
}
