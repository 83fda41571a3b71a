import { copyText } from "../platform/copyText";
import type { NoticeKey } from "../ui/appContext";
import type { Notify } from "./notices";

/** Puts a link into the clipboard and says whether it went. */
export async function copyLink(link: string, notify: Notify, copied: NoticeKey, notCopied: NoticeKey): Promise<void> {
  if (await copyText(link)) notify({ tone: "success", message: copied });
  else notify({ tone: "danger", message: notCopied });
}
