import { expect, test } from "vitest";
import { appNameFrom } from "./windowName";

test.each([
  [["xterm", "XTerm"], "XTerm"],
  [["chromium", "Chromium"], "Chromium"],
  [["Navigator", "firefox-esr"], "Firefox esr"],
  [["org.gnome.Nautilus", "org.gnome.Nautilus"], "Nautilus"],
  [["code", "Code"], "Code"],
  [["gimp-2.10", "Gimp-2.10"], "Gimp 2.10"],
  [["libreoffice", "libreoffice-writer"], "Libreoffice writer"],
  [["", ""], null],
  [[], null],
])("%j is %s", (classes, name) => expect(appNameFrom(classes)).toBe(name));
