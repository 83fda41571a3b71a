import { useCallView, usePicker, useRooms } from "../hooks/stores";
import { Home } from "../people/Home";
import { RoomScreen } from "../rooms/RoomScreen";
import { SharePicker } from "../share/SharePicker";
import { EndedDialog } from "./EndedDialog";
import { InCallScreen } from "./InCallScreen";
import { IncomingDialog } from "./IncomingDialog";
import { OutgoingScreen } from "./OutgoingScreen";

/** The people, or over them what the call asks for. */
export function CallLayer() {
  const view = useCallView();
  const visit = useRooms((rooms) => rooms.visit);
  const picking = usePicker((picker) => picker.open);
  return (
    <>
      {view.screen === "outgoing" && <OutgoingScreen view={view} />}
      {view.screen === "inCall" && <InCallScreen view={view} />}
      {view.screen !== "outgoing" &&
        view.screen !== "inCall" &&
        (visit.at === "nowhere" ? <Home /> : <RoomScreen visit={visit} />)}
      {view.screen === "incoming" && <IncomingDialog view={view} />}
      {view.screen === "ended" && <EndedDialog view={view} />}
      {picking && <SharePicker />}
    </>
  );
}
