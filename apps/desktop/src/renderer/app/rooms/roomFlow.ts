import type { RoomId } from "@sightline/protocol";
import type { CallEvent } from "../../call/callEvents";
import { nowhere, stepVisit, type Visit, type VisitEffect, type VisitEvent } from "../../call/roomVisit";
import type { Platform } from "../../platform/platform";
import type { HttpClient } from "../../transport/httpClient";
import type { ServerMessage } from "../../transport/signalClient";
import type { Stores } from "../../ui/appContext";
import type { SelfView } from "../devices/selfView";
import type { Send } from "../effects/signalEffects";
import { followRoomCall } from "./roomCallEnd";
import { createRoomList } from "./roomList";

interface Options {
  readonly platform: Pick<Platform, "showRoom">;
  readonly http: HttpClient;
  readonly send: Send;
  readonly stores: Pick<Stores, "rooms" | "call">;
  readonly mirror: Pick<SelfView, "show">;
  /** Into the call machine. */
  readonly dispatch: (event: CallEvent) => void;
}

/** How often the door is looked at again while one stands in front of it, ms. */
const LOOK_MS = 3_000;

/** Runs the rules of a visit: the loop around `stepVisit`. The writer of the rooms store. */
export function createRoomFlow({ platform, http, send, stores, mirror, dispatch }: Options) {
  const list = createRoomList({ http, store: stores.rooms });
  let visit: Visit = nowhere;
  const show = createVisitShow({ platform, stores, mirror, look: (roomId) => void look(roomId) });
  const tell = (event: VisitEvent) => {
    const before = visit;
    const next = stepVisit(before, event);
    visit = next.visit;
    // The call first: it keeps the permission for devices that the mirror gives back.
    for (const effect of next.effects) carryOut(effect);
    if (next.visit !== before) show(visit);
  };
  const look = async (roomId: RoomId) => {
    const answer = await http.request("lookAtRoom", { roomId });
    if (answer.ok) return tell({ type: "looked", look: answer.value });
    tell({ type: "lookFailed", roomId, code: answer.failure.code });
    if (answer.failure.code === "auth.required") void list.askForGuests();
  };
  const enter = async (roomId: RoomId) => {
    const answer = await send("room:enter", { roomId });
    tell(answer.ok ? { type: "entered", roomId } : { type: "enterRefused", roomId, code: answer.error.code });
  };
  const call = followRoomCall({
    store: stores.call,
    dismiss: () => dispatch({ type: "endedDismissed" }),
    onOver: tell,
    onChange: () => show(visit),
  });
  const carryOut = (effect: VisitEffect) => {
    if (effect.type === "look") return void look(effect.roomId);
    if (effect.type === "enter") return void enter(effect.roomId);
    if (effect.type === "leave") return void send("room:leave", { roomId: effect.roomId });
    if (effect.type === "endCall") return dispatch({ type: "hangUpRequested" });
    const { callId, peer, role, choice } = effect;
    call.begins(callId);
    dispatch({ type: "roomMet", callId, peer, role, ...choice });
  };
  return { list, tell, visit: () => visit, ...roomNews({ tell, list, look, send, visit: () => visit }) };
}

export type RoomFlow = ReturnType<typeof createRoomFlow>;

interface NewsParts {
  readonly tell: (event: VisitEvent) => void;
  readonly list: ReturnType<typeof createRoomList>;
  readonly look: (roomId: RoomId) => Promise<void>;
  readonly send: Send;
  readonly visit: () => Visit;
}

/** What the rest of the app tells the rooms. */
function roomNews({ tell, list, look, send, visit }: NewsParts) {
  return {
    receive(message: ServerMessage) {
      switch (message.name) {
        case "room:met":
          return tell({ type: "met", ...message.payload });
        case "room:left":
          return tell({ type: "left", ...message.payload });
        case "room:changed":
          return list.put(message.payload);
        case "room:removed":
          return list.drop(message.payload.roomId);
      }
    },
    /** Reads the door again, where one stands at it or inside. */
    lookAgain() {
      const now = visit();
      if (now.at !== "nowhere") void look(now.roomId);
    },
    /** The socket stands (again). */
    online() {
      tell({ type: "serverBack" });
      void list.refresh();
    },
    /** What is left of a visit then is where the link leads to, or why it leads nowhere. */
    signedOut() {
      const { at } = visit();
      if (at === "door" || at === "inside") tell({ type: "leaveRequested" });
      list.clear();
    },
    /** The page goes away: the seat is given back, so that nobody waits for it. */
    pageLeft() {
      const now = visit();
      if (now.at === "inside") void send("room:leave", { roomId: now.roomId });
    },
  };
}

interface ShowParts extends Pick<Options, "platform" | "stores" | "mirror"> {
  readonly look: (roomId: RoomId) => void;
}

/** Puts a visit on the screen, into the page's address and before the mirror. */
function createVisitShow({ platform, stores, mirror, look }: ShowParts) {
  let waiting: ReturnType<typeof setInterval> | undefined;
  return (visit: Visit) => {
    stores.rooms.setState({ visit });
    platform.showRoom(visit.at === "nowhere" ? null : visit.roomId);
    const { screen } = stores.call.getState();
    const alone = visit.at === "door" || (visit.at === "inside" && visit.callId === null);
    mirror.show(alone && screen !== "outgoing" && screen !== "inCall" ? visit.choice : null);
    clearInterval(waiting);
    // Who stands in front of the door sees it open, shut, and others go in and out.
    if (visit.at === "door") waiting = setInterval(() => look(visit.roomId), LOOK_MS);
  };
}
