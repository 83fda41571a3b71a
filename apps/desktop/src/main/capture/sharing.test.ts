import { expect, test, vi } from "vitest";
import type { AudioPlan } from "../../shared/sharing";
import { createArmedShareStore } from "./armedShare";
import { createSharing, type SharingParts } from "./sharing";
import type { AudioOffer, SoundGrant, SoundSink } from "./soundSystem";

const picture = { isEmpty: () => true, toBitmap: () => Buffer.of(), toJPEG: () => Buffer.of(), toDataURL: () => "" };
const everything = { afresh: true, kinds: "both" } as const;
const captured = ["window:1:0", "window:99:0"].map((id) => ({ id, name: id, thumbnail: picture, appIcon: null }));
const offer = (plan: AudioPlan, grant: SoundGrant): AudioOffer => ({ choice: { plan, available: true }, grant });
const refusedApp: AudioOffer = { choice: { plan: "app", available: false, reason: "noProcess" }, grant: null };
const allButUs = offer("systemWithoutUs", { way: "display", deviceId: "loopbackWithoutChrome" });

function sharingWith(offers: readonly AudioOffer[], parts: Partial<SharingParts> = {}) {
  const armed = createArmedShareStore(() => 0);
  const onSoundChunk = vi.fn();
  const onSoundEnd = vi.fn();
  const sharing = createSharing({
    capture: async () => captured,
    ownIds: () => ["window:99:1"],
    appNameOf: async () => null,
    sound: { offers: async () => offers, appNameOf: async () => null, soundingApps: async () => [] },
    armed,
    isInCall: () => true,
    onSoundChunk,
    onSoundEnd,
    ...parts,
  });
  const arm = (sourceId: string, audio: AudioPlan) => sharing.arm({ sourceId, audio });
  return { sharing, arm, armed, onSoundChunk, onSoundEnd };
}

/** A sound whose sink and stop the test holds. */
function samplesOffer() {
  const sinks: SoundSink[] = [];
  const stop = vi.fn(async () => undefined);
  const start = async (sink: SoundSink) => {
    sinks.push(sink);
    return { stop };
  };
  return { offer: offer("app", { way: "samples", start }), sinks, stop };
}

test("a listed source is armed with the device id of the chosen sound", async () => {
  const { sharing, arm, armed } = sharingWith([allButUs]);
  await sharing.listSources(everything);
  expect(await arm("window:1:0", "systemWithoutUs")).toEqual({ ok: true, sound: "display" });
  expect(armed.take()).toEqual({ sourceId: "window:1:0", title: "window:1:0", audioDeviceId: "loopbackWithoutChrome" });
});

test("R39: nothing is armed before the picker listed it, and never our own window", async () => {
  const { sharing, arm, armed } = sharingWith([offer("none", { way: "none" })]);
  expect(await arm("window:1:0", "none")).toEqual({ ok: false });
  expect(await sharing.audioChoices("window:1:0")).toEqual([]);
  await sharing.listSources(everything);
  expect(await arm("window:99:0", "none")).toEqual({ ok: false });
  expect(await arm("window:2:0", "none")).toEqual({ ok: false });
  expect(armed.isArmed()).toBe(false);
});

test("R39: nothing is armed outside a call", async () => {
  const { sharing, arm, armed } = sharingWith([offer("none", { way: "none" })], { isInCall: () => false });
  await sharing.listSources(everything);
  expect(await arm("window:1:0", "none")).toEqual({ ok: false });
  expect(armed.isArmed()).toBe(false);
});

test("a sound that cannot be had is refused, not replaced by another", async () => {
  const { sharing, arm, armed } = sharingWith([refusedApp, allButUs]);
  await sharing.listSources(everything);
  expect((await sharing.audioChoices("window:1:0"))[0]).toEqual({ plan: "app", available: false, reason: "noProcess" });
  expect(await arm("window:1:0", "app")).toEqual({ ok: false });
  expect(armed.isArmed()).toBe(false);
  expect(await sharing.startSound()).toBeNull();
});

test("sound by samples starts once, after it was armed, and reaches the page under its number", async () => {
  const { offer: app, sinks, stop } = samplesOffer();
  const { sharing, arm, armed, onSoundChunk } = sharingWith([app]);
  await sharing.listSources(everything);
  expect(await sharing.startSound()).toBeNull();
  expect(await arm("window:1:0", "app")).toEqual({ ok: true, sound: "samples" });
  expect(armed.take()?.audioDeviceId).toBeNull();
  expect(await sharing.startSound()).toEqual({ soundId: 1 });
  expect(await sharing.startSound()).toBeNull();
  const samples = new Uint8Array(4);
  sinks[0]?.onSamples(samples);
  expect(onSoundChunk).toHaveBeenCalledExactlyOnceWith({ soundId: 1, samples });
  await sharing.stopSound(1);
  sinks[0]?.onSamples(samples);
  expect(stop).toHaveBeenCalledOnce();
  expect(onSoundChunk).toHaveBeenCalledOnce();
});

test("a sound that is lost is told once and is silent from then on", async () => {
  const { offer: app, sinks } = samplesOffer();
  const { sharing, arm, onSoundChunk, onSoundEnd } = sharingWith([app]);
  await sharing.listSources(everything);
  await arm("window:1:0", "app");
  await sharing.startSound();
  sinks[0]?.onLost();
  sinks[0]?.onLost();
  sinks[0]?.onSamples(new Uint8Array(4));
  expect(onSoundEnd).toHaveBeenCalledExactlyOnceWith({ soundId: 1, reason: "lost" });
  expect(onSoundChunk).not.toHaveBeenCalled();
});

test("when the call is over every sound stops, also one that is only starting", async () => {
  let resolve = () => undefined as void;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  const stop = vi.fn(async () => undefined);
  const start = async () => {
    await promise;
    return { stop };
  };
  const { sharing, arm } = sharingWith([offer("app", { way: "samples", start })]);
  await sharing.listSources(everything);
  await arm("window:1:0", "app");
  const starting = sharing.startSound();
  await sharing.stopSounds();
  resolve();
  expect(await starting).toBeNull();
  expect(stop).toHaveBeenCalledOnce();
});
