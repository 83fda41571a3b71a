import "./styles/index.css";
import { CallLayer } from "./calling/CallLayer";
import { useCallView, useSession, useSettings } from "./hooks/stores";
import { useDocumentTitle } from "./hooks/useDocumentTitle";
import { useTheme } from "./hooks/useTheme";
import { Notices } from "./kit/Notices";
import { Splash } from "./session/Splash";
import { Welcome } from "./session/Welcome";

function Screen() {
  const status = useSession((session) => session.status);
  if (status === "starting") return <Splash />;
  if (status === "signedOut") return <Welcome />;
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
