import { expect, test } from "vitest";
import type { SharedSource } from "../../shared/sharing";
import type { StampedCallEvent } from "../call/callEvents";
import { mine, run, ways } from "../call/callSamples";
import { createSharedTeller } from "./sharedTeller";

const notes = { id: "window:7:0", kind: "window" } as const;
const screen = { id: "screen:0:0", kind: "screen" } as const;

function setUp() {
  const told: (SharedSource | null)[] = [];
  const setShared = async (shared: SharedSource | null) => void told.push(shared);
  const teller = createSharedTeller({ setShared });
  let events: readonly StampedCallEvent[] = ways.callerConnected;
  const happens = (...more: readonly StampedCallEvent[]) => {
    for (const event of more) {
      events = [...events, event];
      teller.follow(run(events).state);
    }
  };
  return { told, teller, happens };
}

const starts: readonly StampedCallEvent[] = [
  { type: "shareRequested" },
  { type: "shareStarted", callId: mine, sound: false },
];

test("a share is told from its start to its end, with its pauses and its changes of source", () => {
  const { told, teller, happens } = setUp();
  happens(...starts);
  expect(told).toEqual([]);
  teller.picked(notes);
  expect(teller.shared()).toEqual(notes);
  happens({ type: "sharePauseRequested", paused: true }, { type: "shareSwitchRequested" });
  happens({ type: "shareSwitched", callId: mine, sound: false });
  teller.picked(screen);
  expect(teller.shared()).toEqual(screen);
  happens({ type: "sharePauseRequested", paused: false }, { type: "shareStopRequested" });
  expect(teller.shared()).toBeNull();
  expect(told).toEqual([
    { sourceId: notes.id, paused: false },
    { sourceId: notes.id, paused: true },
    { sourceId: screen.id, paused: true },
    { sourceId: screen.id, paused: false },
    null,
  ]);
});

test("the next share is not taken for the one before", () => {
  const { told, teller, happens } = setUp();
  happens(...starts);
  teller.picked(notes);
  happens({ type: "shareStopRequested" }, ...starts);
  expect([teller.shared(), told.at(-1)]).toEqual([null, null]);
});

test("the end of the call is the end of the share", () => {
  const { told, teller, happens } = setUp();
  happens(...starts);
  teller.picked(notes);
  happens({ type: "hangUpRequested" });
  expect(told.at(-1)).toBeNull();
});
