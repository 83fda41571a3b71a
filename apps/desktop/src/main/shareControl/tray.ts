import { Menu, nativeImage, Tray } from "electron";
import { drawTrayMark } from "./trayPicture";
import { type TrayEntry, trayEntries, trayHint, type TrayShare } from "./trayMenu";

const SIZE = 16;

/**
 * The tray entry, there as long as something is shared. Returns what to call with each change; null takes it away. A
 * system without a tray goes without: the banner and the key stop a share, too.
 */
export function createShareTray(platform: NodeJS.Platform, act: (does: TrayEntry["does"]) => void) {
  let tray: Tray | null = null;
  return (share: TrayShare | null): void => {
    if (!share) {
      tray?.destroy();
      tray = null;
      return;
    }
    tray ??= open(platform, () => act("show"));
    tray?.setToolTip(trayHint(share));
    const items = trayEntries(share).map(({ label, does }) => ({ label, click: () => act(does) }));
    tray?.setContextMenu(Menu.buildFromTemplate(items));
  };
}

function open(platform: NodeJS.Platform, onClick: () => void): Tray | null {
  try {
    const tray = new Tray(picture(platform));
    // On macOS a click opens the menu already.
    if (platform !== "darwin") tray.on("click", onClick);
    return tray;
  } catch {
    return null;
  }
}

function picture(platform: NodeJS.Platform): Electron.NativeImage {
  const style = platform === "darwin" ? "template" : "colour";
  const image = nativeImage.createEmpty();
  for (const scaleFactor of [1, 2, 3]) {
    const { pixels, size } = drawTrayMark(SIZE * scaleFactor, style);
    const bitmap = nativeImage.createFromBitmap(Buffer.from(pixels), { width: size, height: size, scaleFactor });
    image.addRepresentation({ scaleFactor, width: size, height: size, buffer: bitmap.toPNG({ scaleFactor }) });
  }
  image.setTemplateImage(style === "template");
  return image;
}
