import { expect, test } from "vitest";
import { fakeTrack } from "../media/fakeTrack";
import { createSendGate } from "./sendGate";

function setUp() {
  const log: string[] = [];
  const gate = createSendGate((slot, track) => log.push(`${slot}: ${track?.id ?? "nothing"}`));
  const named = (id: string) => Object.assign(fakeTrack("video"), { id });
  const sentBy = (act: () => void) => {
    log.length = 0;
    act();
    return [...log];
  };
  return { gate, named, sentBy };
}

test("while paused nothing of the share is sent, not even another source, and everything else is", () => {
  const { gate, named, sentBy } = setUp();
  gate.set("share", named("window"));
  gate.set("shareSound", named("sound"));
  expect(sentBy(() => gate.setPaused(true))).toEqual(["shareSound: nothing", "share: nothing"]);
  expect(sentBy(() => gate.set("share", named("other window")))).toEqual(["share: nothing"]);
  expect(sentBy(() => gate.set("shareSound", named("other sound")))).toEqual(["shareSound: nothing"]);
  expect(sentBy(() => gate.set("camera", named("camera")))).toEqual(["camera: camera"]);
  expect([gate.sent("share"), gate.sent("shareSound")], "for a connection that opens now").toEqual([null, null]);
  expect(sentBy(() => gate.setPaused(false))).toEqual(["shareSound: other sound", "share: other window"]);
});

test("the next share is not paused, and without a share there is nothing to pause", () => {
  const { gate, named, sentBy } = setUp();
  gate.setPaused(true);
  expect(sentBy(() => gate.set("share", named("window")))).toEqual(["share: window"]);
  gate.setPaused(true);
  gate.set("share", null);
  expect(sentBy(() => gate.set("share", named("next")))).toEqual(["share: next"]);
});
