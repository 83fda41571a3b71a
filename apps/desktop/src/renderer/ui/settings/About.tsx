import { PROTOCOL_VERSION } from "@sightline/protocol";
import { useApp } from "../appContext";
import { t } from "../strings/strings";
import text from "../styles/text.module.css";

export function About() {
  const { platform } = useApp();
  return <p className={text.soft}>{t.settings.version(platform.version, PROTOCOL_VERSION)}</p>;
}
