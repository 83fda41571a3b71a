import { describe, expect, it, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { ann, mine } from "../../call/callSamples";
import { nothingSent } from "../../call/callState";
import type { CallView } from "../../call/callView";
import { noShare } from "../../call/localShare";
import { followRoomCall } from "./roomCallEnd";

const none: CallView = { screen: "none" };
const talking: CallView = {
  screen: "inCall",
  peer: ann,
  kind: "video",
  link: "connected",
  connectedAt: 1,
  local: { microphone: "off", camera: "on", ...noShare },
  remote: nothingSent,
};
const ended = (reason: "hungUp" | "failed" | "lost", byMe: boolean): CallView => ({
  screen: "ended",
  peer: ann,
  kind: "video",
  role: "caller",
  reason,
  byMe,
  durationSeconds: 3,
});

function follow() {
  const store = createStore<CallView>(() => none);
  const onOver = vi.fn();
  const dismiss = vi.fn(() => store.setState(none, true));
  const room = followRoomCall({ store, dismiss, onOver, onChange: () => undefined });
  return { store, onOver, dismiss, room };
}

describe("the end of a call in a room", () => {
  it.each([
    ["hungUp", true, "me"],
    ["hungUp", false, "them"],
    ["lost", false, "them"],
    ["failed", false, "noConnection"],
  ] as const)("%s, by me: %s", (reason, byMe, by) => {
    const { store, onOver, dismiss, room } = follow();
    room.begins(mine);
    store.setState(talking, true);
    store.setState(ended(reason, byMe), true);
    expect(dismiss).toHaveBeenCalledOnce();
    expect(onOver.mock.calls).toEqual([
      [{ type: "callOver", callId: mine, by, choice: { camera: true, microphone: false } }],
    ]);
  });

  it("leaves the end of every other call to its own words", () => {
    const { store, onOver, dismiss } = follow();
    store.setState(talking, true);
    store.setState(ended("hungUp", false), true);
    expect(dismiss).not.toHaveBeenCalled();
    expect(onOver).not.toHaveBeenCalled();
  });
});
