import { useApp } from "../appContext";
import { useSettings } from "../hooks/stores";
import { Switch } from "../kit/Switch";
import { t } from "../strings/strings";

const names = ["noiseSuppression", "echoCancellation", "autoGain"] as const;

/** What happens to my voice before it is sent. */
export function ProcessingSettings() {
  const { intents } = useApp();
  const settings = useSettings((all) => all);
  return names.map((name) => (
    <Switch
      key={name}
      label={t.devices.processing[name]}
      note={t.devices.processingWhy[name]}
      on={settings[name]}
      onChange={(on) => intents.setProcessing({ [name]: on })}
    />
  ));
}
