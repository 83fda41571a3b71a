import { useApp } from "../appContext";
import { ServerForm } from "../session/ServerForm";
import text from "../styles/text.module.css";

export function ServerSettings() {
  const { platform } = useApp();
  if (platform.kind === "desktop") return <ServerForm />;
  return <p className={text.soft}>{platform.serverAddress}</p>;
}
