import { useApp } from "../appContext";
import { useSettings } from "../hooks/stores";
import { Switch } from "../kit/Switch";
import { t } from "../strings/strings";

/** What the people one talks to, or does not talk to yet, may learn of this network. */
export function PrivacySettings() {
  const { intents } = useApp();
  const { alwaysRelay, connectEarly } = useSettings((settings) => settings);
  return (
    <>
      <Switch
        label={t.privacy.connectEarly}
        note={t.privacy.connectEarlyWhy}
        on={connectEarly}
        onChange={intents.setConnectEarly}
      />
      <Switch
        label={t.privacy.alwaysRelay}
        note={t.privacy.alwaysRelayWhy}
        on={alwaysRelay}
        onChange={intents.setAlwaysRelay}
      />
    </>
  );
}
