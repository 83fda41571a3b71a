import { askTool } from "./soundTool";
import { windowWordsIn } from "./windowOwner";

/**
 * The app's name as its window's class tells it, in a shape to show: `org.gnome.Nautilus` is Nautilus, `xterm` Xterm.
 * @param classes both parts of WM_CLASS, the app's name last
 */
export function appNameFrom(classes: readonly string[]): string | null {
  const name = classes.at(-1) ?? "";
  const last = /^[a-z]{2,}(\.[\w-]+)+$/i.test(name) ? (name.split(".").at(-1) ?? name) : name;
  const words = last.replaceAll(/[-_]+/g, " ").trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : null;
}

/**
 * Name of an X11 window's app; null when it does not tell.
 * @param sourceId Chromium's `window:<XID>:<n>`
 */
export async function nameOfWindow(sourceId: string): Promise<string | null> {
  const xid = /^window:(\d{1,10}):/.exec(sourceId)?.[1];
  const printed = xid && (await askTool("xprop", ["-id", xid, "_NET_WM_PID", "WM_CLASS"]));
  return printed ? appNameFrom(windowWordsIn(printed).classes) : null;
}
