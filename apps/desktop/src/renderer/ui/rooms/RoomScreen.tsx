import { DoorClosed } from "lucide-react";
import { useApp } from "../appContext";
import { useDelayed } from "../hooks/useDelayed";
import { useFocusOnMount } from "../hooks/useFocusOnMount";
import { Button } from "../kit/Button";
import { Spinner } from "../kit/Spinner";
import { t } from "../strings/strings";
import { DoorScreen } from "./DoorScreen";
import { InsideScreen } from "./InsideScreen";
import type { RoomProblem, VisitView } from "./roomContext";
import styles from "./RoomScreen.module.css";

function Looking() {
  const due = useDelayed(true, 300);
  const { intents } = useApp();
  return (
    <main className={styles.alone}>
      <p role="status" className={styles.looking}>
        {due && (
          <>
            <Spinner /> {t.rooms.looking}
          </>
        )}
      </p>
      {due && <Button onClick={intents.leaveRoom}>{t.actions.cancel}</Button>}
    </main>
  );
}

/** Worth another try: the room itself may well be there. */
const passing: ReadonlySet<RoomProblem> = new Set([
  "network.unreachable",
  "rate.limited",
  "server.unavailable",
  "server.internal",
  "elsewhere",
]);

function DeadEnd({ roomId, why }: { roomId: string; why: RoomProblem }) {
  const { intents } = useApp();
  const heading = useFocusOnMount<HTMLHeadingElement>();
  return (
    <main className={styles.alone}>
      <span className={styles.sign}>
        <DoorClosed size={28} aria-hidden="true" />
      </span>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {t.rooms.deadEnd}
      </h1>
      <p className={styles.words}>{t.rooms.problem(why)}</p>
      <div className={styles.actions}>
        {passing.has(why) && <Button onClick={() => intents.openRoom(roomId)}>{t.actions.tryAgain}</Button>}
        <Button tone="primary" onClick={intents.leaveRoom}>
          {t.rooms.back}
        </Button>
      </div>
    </main>
  );
}

/** Where one is with a room, until the call in it takes over. */
export function RoomScreen({ visit }: { visit: Exclude<VisitView, { at: "nowhere" }> }) {
  switch (visit.at) {
    case "looking":
      return <Looking />;
    case "deadEnd":
      return <DeadEnd roomId={visit.roomId} why={visit.why} />;
    case "door":
      return <DoorScreen visit={visit} />;
    case "inside":
      return <InsideScreen visit={visit} />;
  }
}
