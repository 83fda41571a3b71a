import type { PeerMessage } from "@sightline/protocol";
import { expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import type { CallEvent } from "../call/callEvents";
import { bob, foreign, mine, offer, run, ways } from "../call/callSamples";
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
