import type { PeerMessage } from "@sightline/protocol";
import { afterEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type { CallEvent } from "../call/callEvents";
import { bob, foreign, mine, offer, run, theirs, ways } from "../call/callSamples";
import { idle, nothingSent } from "../call/callState";
import { viewOf } from "../call/callViewOf";
import { createCallAnnouncer } from "./callAnnouncer";

const told = (share: boolean): CallEvent => {
  const message: PeerMessage = { type: "media", media: { ...nothingSent, share } };
  return { type: "peerMessageReceived", callId: mine, message };
};

/** Messages to the person when one event happens in a call whose other side shares. */
function noticesAfter(event: CallEvent): string[] {
  const notices: string[] = [];
  const announcer = createCallAnnouncer({
    platform: { setActivity: async () => {} },
    store: createStore(() => viewOf(idle)),
    followers: [],
    notify: ({ message }) => notices.push(message),
  });
  const sharing = run([...ways.callerConnected, told(true)]).state;
  announcer.announce(run([event], sharing).state, sharing);
  return notices;
}

test("that the other side stopped sharing is said, but not when another call follows", () => {
  const call = { callId: foreign, peer: bob, kind: "audio", offer, ringSeconds: 30, candidates: [] } as const;
  expect(noticesAfter(told(false))).toEqual(["shareEndedByPeer"]);
  expect(noticesAfter({ type: "waitingAnswered", call })).toEqual([]);
});

afterEach(() => void vi.useRealTimers());

test("the screen of a new call is drawn a moment later, with all that happened meanwhile; its end is drawn at once", () => {
  vi.useFakeTimers();
  const store = createStore(() => viewOf(idle));
  const platform = { setActivity: async () => {} };
  const announcer = createCallAnnouncer({ platform, store, followers: [], notify: () => {} });
  const ringing = run(ways.callerConnected.slice(0, 1)).state;
  const connected = run(ways.callerConnected).state;
  const shown = run([told(true)], connected).state;
  announcer.announce(connected, ringing);
  announcer.announce(shown, connected);
  expect(store.getState().screen).not.toBe("inCall");
  vi.advanceTimersByTime(5);
  expect(store.getState()).toMatchObject({ screen: "inCall", remote: { share: true } });

  announcer.announce(connected, ringing);
  announcer.announce(idle, connected);
  expect(store.getState()).toEqual(viewOf(idle));
  vi.advanceTimersByTime(50);
  expect(store.getState()).toEqual(viewOf(idle));
});

test("the screen of a call waits for the camera to open, and no longer than can be seen", () => {
  vi.useFakeTimers();
  const store = createStore(() => viewOf(idle));
  const announcer = createCallAnnouncer({
    platform: { setActivity: async () => {} },
    store,
    followers: [],
    notify: () => {},
  });
  const ringing = run(ways.incoming).state;
  const opening = run(ways.calleeConnecting).state;
  const open = run([...ways.calleeConnecting, { type: "cameraChanged", callId: theirs, state: "on" }]).state;
  const drawn = () => store.getState().screen === "inCall";

  announcer.announce(opening, ringing);
  vi.advanceTimersByTime(100);
  expect(drawn()).toBe(false);
  announcer.announce(open, opening);
  expect(drawn()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(drawn()).toBe(true);

  announcer.announce(idle, open);
  announcer.announce(opening, ringing);
  vi.advanceTimersByTime(249);
  expect(drawn()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(drawn()).toBe(true);
});
