import { shell } from "electron";
import { mayOpenOutside } from "./externalLinks";

/** The only caller of `shell.openExternal` (R34). False when the address is not allowed or could not be opened. */
export async function openOutside(url: string, serverAddress: string): Promise<boolean> {
  if (!mayOpenOutside(url, serverAddress)) return false;
  return shell.openExternal(url).then(
    () => true,
    () => false,
  );
}
