import { useApp } from "../appContext";
import { useSettings } from "../hooks/stores";
import { SegmentedControl } from "../kit/SegmentedControl";
import { t } from "../strings/strings";

const themes = ["system", "light", "dark"] as const;

export function AppearanceSettings() {
  const { intents } = useApp();
  const theme = useSettings((settings) => settings.theme);
  return (
    <SegmentedControl
      legend={t.settings.theme}
      value={theme}
      options={themes.map((value) => ({ value, label: t.settings.themes[value] }))}
      onChange={intents.setTheme}
    />
  );
}
