import type { StoreApi } from "zustand/vanilla";
import type { Notice } from "../ui/appContext";

/** How long a notice stays, ms: time to read two short sentences. */
const SHOWN_MS = 7_000;
/** More at once would cover the screen; the oldest goes. */
const MOST = 3;

export type Notify = (notice: Omit<Notice, "id">) => void;

/** The writer of the notices store. */
export function createNotices(store: StoreApi<{ readonly notices: readonly Notice[] }>) {
  let count = 0;
  const dismiss = (id: string) => store.setState((all) => ({ notices: all.notices.filter((one) => one.id !== id) }));
  const notify: Notify = (notice) => {
    const id = String(++count);
    store.setState((all) => ({ notices: [...all.notices, { ...notice, id }].slice(-MOST) }));
    setTimeout(() => dismiss(id), SHOWN_MS);
  };
  return { notify, dismiss };
}
