import type { CallId } from "@sightline/protocol";
import type { StoreApi } from "zustand/vanilla";
import type { CallView } from "../../call/callView";
import type { VisitEvent } from "../../call/roomVisit";

type CallOver = Extract<VisitEvent, { type: "callOver" }>;
type InCall = Extract<CallView, { screen: "inCall" }>;

interface Options {
  readonly store: StoreApi<CallView>;
  /** Takes the words about the end away: in a room they are no news. */
  readonly dismiss: () => void;
  readonly onOver: (event: CallOver) => void;
  /** Another screen of the call than before. */
  readonly onChange: () => void;
}

/** Tells how the call in a room ended: that decides where its person is then. */
export function followRoomCall({ store, dismiss, onOver, onChange }: Options) {
  let callId: CallId | null = null;
  let last: InCall | null = null;
  let over: CallOver | null = null;

  store.subscribe((view, before) => {
    if (view.screen === "inCall") last = view;
    if (callId !== null && before.screen === "inCall" && view.screen !== "inCall") {
      over = { type: "callOver", callId, by: endedBy(view), choice: choiceIn(last) };
      callId = null;
      if (view.screen === "ended") dismiss();
    }
    // Only then does the platform know that the call has given the devices back.
    if (over && view.screen !== "ended") {
      const event = over;
      over = null;
      onOver(event);
    }
    if (view.screen !== before.screen) onChange();
  });
  return {
    begins(id: CallId) {
      callId = id;
    },
  };
}

function endedBy(view: CallView): CallOver["by"] {
  if (view.screen !== "ended" || view.byMe) return "me";
  return view.reason === "failed" ? "noConnection" : "them";
}

function choiceIn(view: InCall | null): CallOver["choice"] {
  if (!view) return { camera: false, microphone: true };
  const { camera, microphone } = view.local;
  return { camera: camera === "on" || camera === "opening", microphone: microphone !== "off" };
}
