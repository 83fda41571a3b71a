import { expect, test, vi } from "vitest";
import { fakeTrack } from "./fakeTrack";
import { createStreams } from "./streams";

const streams = () => createStreams((track) => ({ track }) as unknown as MediaStream);

test("the same content is the same object; a change is told once", () => {
  const registry = streams();
  const listener = vi.fn();
  registry.subscribe(listener);
  const track = fakeTrack("video");
  registry.set("localCamera", track);
  const first = registry.get("localCamera");
  registry.set("localCamera", track);
  expect(registry.get("localCamera")).toBe(first);
  expect(listener).toHaveBeenCalledTimes(1);
  registry.set("localCamera", fakeTrack("video"));
  expect(registry.get("localCamera")).not.toBe(first);
  expect(listener).toHaveBeenCalledTimes(2);
});

test("nothing there is null, and taking nothing away is no news", () => {
  const registry = streams();
  const listener = vi.fn();
  const unsubscribe = registry.subscribe(listener);
  registry.set("remoteShare", null);
  registry.clear();
  expect(registry.get("remoteShare")).toBeNull();
  expect(listener).not.toHaveBeenCalled();
  unsubscribe();
  registry.set("remoteShare", fakeTrack("video"));
  expect(listener).not.toHaveBeenCalled();
});

test("clearing takes away all but what is kept", () => {
  const registry = streams();
  for (const name of ["preview", "remoteVoice", "remoteCamera"] as const) registry.set(name, fakeTrack());
  registry.clear(["preview"]);
  expect(registry.get("preview")).not.toBeNull();
  expect([registry.get("remoteVoice"), registry.get("remoteCamera")]).toEqual([null, null]);
});
