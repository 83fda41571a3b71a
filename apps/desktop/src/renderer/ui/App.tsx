import "./styles/index.css";
import { CallLayer } from "./calling/CallLayer";
import { useCallView, useMailedLink, useRooms, useSession, useSettings } from "./hooks/stores";
import { useDocumentTitle } from "./hooks/useDocumentTitle";
import { useTheme } from "./hooks/useTheme";
import { Notices } from "./kit/Notices";
import { RoomScreen } from "./rooms/RoomScreen";
import { Splash } from "./session/Splash";
import { Welcome } from "./session/Welcome";

function Screen() {
  const status = useSession((session) => session.status);
  const link = useMailedLink();
  const visit = useRooms((rooms) => rooms.visit);
  if (status === "starting") return <Splash />;
  if (link) return <Welcome />;
  if (status === "signedOut") return visit.at === "deadEnd" ? <RoomScreen visit={visit} /> : <Welcome />;
  return <CallLayer />;
}

/** Everything there is to see. Mount it inside `AppContextProvider`. */
export function App() {
  useTheme(useSettings((settings) => settings.theme));
  useDocumentTitle(useCallView());
  return (
    <>
      <Screen />
      <Notices />
    </>
  );
}
