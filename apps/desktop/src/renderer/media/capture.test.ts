import { expect, test } from "vitest";
import { createCapture } from "./capture";
import type { ShareSoundWay } from "../../shared/sharing";
import { type FakeTrack, fakeTrack } from "./fakeTrack";
import type { ShareSounds } from "./shareSound/openShareSound";
import { createShareSound } from "./shareSound/shareSound";

type Answer = readonly FakeTrack[] | string;

function devicesThatGive(...answers: Answer[]) {
  const asked: unknown[] = [];
  const give = async (constraints: unknown) => {
    asked.push(constraints);
    const answer = answers.shift() ?? [];
    if (typeof answer === "string") throw new DOMException("Permission denied", answer);
    const of = (kind: string) => answer.filter((track) => track.kind === kind);
    return { getTracks: () => answer, getVideoTracks: () => of("video"), getAudioTracks: () => of("audio") };
  };
  const devices = { getUserMedia: give, getDisplayMedia: give } as unknown as MediaDevices;
  const made: string[] = [];
  return { asked, made, capture: createCapture(devices, soundsThatTell(made)) };
}

/** Hands a captured track on as what is sent; notes how each sound was made. */
function soundsThatTell(made: string[]): ShareSounds {
  const soundOf = async (way: string, track: MediaStreamTrack) => {
    made.push(way);
    return createShareSound({ track, altered: false, guard: null, release: () => track.stop() }).sound;
  };
  return {
    prepare: () => ({
      ofTrack: (track) => soundOf("track", track),
      ofSamples: () => soundOf("samples", fakeTrack("audio")),
      discard: () => made.push("discarded"),
    }),
  };
}

const asUsual = { noiseSuppression: true, echoCancellation: true, autoGain: true };
const processing = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const size = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

test("a microphone is opened with processing for speech", async () => {
  const track = fakeTrack();
  const { asked, capture } = devicesThatGive([track]);
  expect(await capture.openMicrophone({ deviceId: "m1", processing: asUsual })).toEqual({ ok: true, value: track });
  expect(asked).toEqual([{ audio: { ...processing, deviceId: { exact: "m1" } } }]);
});

test("a chosen device that is gone is replaced by the default, another problem is not hidden", async () => {
  const gone = devicesThatGive("OverconstrainedError", [fakeTrack()]);
  expect((await gone.capture.openMicrophone({ deviceId: "m1", processing: asUsual })).ok).toBe(true);
  expect(gone.asked[1]).toEqual({ audio: processing });
  const busy = devicesThatGive("NotReadableError", [fakeTrack("video")]);
  expect(await busy.capture.openCamera({ deviceId: "c1" })).toEqual({ ok: false, problem: "busy" });
  expect(busy.asked).toHaveLength(1);
});

test("a camera is asked for by id, by an exact facing, or looking at the user", async () => {
  const { asked, capture } = devicesThatGive([fakeTrack()], [fakeTrack()], [fakeTrack()]);
  await capture.openCamera({ deviceId: "c1" });
  await capture.openCamera({ deviceId: null, facing: { value: "environment", exact: true } });
  await capture.openCamera({ deviceId: null });
  expect(asked).toEqual([
    { video: { ...size, deviceId: { exact: "c1" } } },
    { video: { ...size, facingMode: { exact: "environment" } } },
    { video: { ...size, facingMode: { ideal: "user" } } },
  ]);
});

test("a share is sharp, its sound unprocessed and stereo, our own page not offered", async () => {
  const [picture, sound] = [fakeTrack("video"), fakeTrack("audio")];
  const { asked, made, capture } = devicesThatGive([picture, sound]);
  expect(await capture.openShare({ sound: "display" })).toMatchObject({
    ok: true,
    value: { picture, sound: { track: sound } },
  });
  expect(asked[0]).toMatchObject({
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 2 },
    selfBrowserSurface: "exclude",
    systemAudio: "include",
  });
  expect([picture.contentHint, made]).toEqual(["detail", ["track"]]);
});

test.each([
  ["none", false, []],
  ["samples", false, ["samples"]],
  ["display", true, ["discarded"]],
] satisfies [ShareSoundWay, boolean, string[]][])("sound %s, and the browser gives none", async (sound, asks, how) => {
  const { asked, made, capture } = devicesThatGive([fakeTrack("video")]);
  const opened = await capture.openShare({ sound });
  expect(opened.ok && opened.value.sound !== null).toBe(sound === "samples");
  expect([(asked[0] as { audio: unknown }).audio !== false, made]).toEqual([asks, how]);
});

test("a sound nobody asked for is let go", async () => {
  const [picture, sound] = [fakeTrack("video"), fakeTrack("audio")];
  const { capture } = devicesThatGive([picture, sound]);
  expect(await capture.openShare({ sound: "none" })).toEqual({ ok: true, value: { picture, sound: null } });
  expect(sound.readyState).toBe("ended");
});

test("sound without a picture is no share and is let go; nor is a picture that ended meanwhile", async () => {
  const sound = fakeTrack("audio");
  const { capture, made } = devicesThatGive([sound]);
  expect(await capture.openShare({ sound: "display" })).toEqual({ ok: false, problem: "failed" });
  expect([sound.readyState, made]).toEqual(["ended", ["discarded"]]);

  const [picture, other] = [fakeTrack("video"), fakeTrack("audio")];
  const late = devicesThatGive([picture, other]);
  const opening = late.capture.openShare({ sound: "display" });
  picture.lose();
  expect(await opening).toEqual({ ok: false, problem: "failed" });
  expect(other.readyState).toBe("ended");
});

test("a closed picker is cancelled; a page without access to devices is told so", async () => {
  const { capture, made } = devicesThatGive("NotAllowedError");
  expect(await capture.openShare({ sound: "display" })).toEqual({ ok: false, problem: "cancelled" });
  expect(made).toEqual(["discarded"]);
  const insecure = createCapture(undefined, soundsThatTell([]));
  expect(await insecure.openMicrophone({ deviceId: null, processing: asUsual })).toEqual({
    ok: false,
    problem: "blocked",
  });
  expect(await insecure.openShare({ sound: "display" })).toEqual({ ok: false, problem: "failed" });
});
