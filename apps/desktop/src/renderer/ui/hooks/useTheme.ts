import { useLayoutEffect } from "react";
import type { SettingsStore } from "../appContext";

/** Puts the chosen theme on the document; `system` follows the system while it changes. */
export function useTheme(theme: SettingsStore["theme"]): void {
  useLayoutEffect(() => {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const apply = () => {
      document.documentElement.dataset.theme = theme === "system" ? (dark.matches ? "dark" : "light") : theme;
    };
    apply();
    if (theme !== "system") return;
    dark.addEventListener("change", apply);
    return () => dark.removeEventListener("change", apply);
  }, [theme]);
}
