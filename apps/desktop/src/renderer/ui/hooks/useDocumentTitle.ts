import { useEffect } from "react";
import type { CallView } from "../../call/callView";
import { t } from "../strings/strings";

/** Puts the call in the window's (or the tab's) title, where it is seen while the page is not. */
export function useDocumentTitle(call: CallView): void {
  const title = titleOf(call);
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function titleOf(call: CallView): string {
  const { app, calls } = t;
  switch (call.screen) {
    case "incoming":
      return calls.incoming(call.peer.name);
    case "outgoing":
    case "inCall":
      return `${calls.with(call.peer.name)} · ${app.name}`;
    default:
      return app.name;
  }
}
