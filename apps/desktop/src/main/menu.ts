import { Menu, type MenuItemConstructorOptions } from "electron";

/** The system's usual entries; their shortcuts (copy, zoom, quit) work even where the bar is hidden. */
export function setMenu(platform: NodeJS.Platform, isPackaged: boolean): void {
  const view: MenuItemConstructorOptions[] = [
    { role: "resetZoom" },
    { role: "zoomIn" },
    { role: "zoomOut" },
    { type: "separator" },
    { role: "togglefullscreen" },
  ];
  if (!isPackaged) view.push({ role: "toggleDevTools" });
  const template: MenuItemConstructorOptions[] = [
    platform === "darwin" ? { role: "appMenu" } : { role: "fileMenu" },
    { role: "editMenu" },
    { role: "viewMenu", submenu: view },
    { role: "windowMenu" },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
