import { useApp } from "../appContext";
import { useSettings } from "../hooks/stores";
import { Switch } from "../kit/Switch";
import { t } from "../strings/strings";

export function RelaySetting() {
  const { intents } = useApp();
  const on = useSettings((settings) => settings.alwaysRelay);
  return <Switch label={t.relay.always} note={t.relay.why} on={on} onChange={intents.setAlwaysRelay} />;
}
