import { expect, test } from "vitest";
import { createCapture } from "./capture";
import { type FakeTrack, fakeTrack } from "./fakeTrack";

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
  return { asked, capture: createCapture(devices) };
}

const processing = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const size = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

test("a microphone is opened with processing for speech", async () => {
  const track = fakeTrack();
  const { asked, capture } = devicesThatGive([track]);
  expect(await capture.openMicrophone("m1")).toEqual({ ok: true, value: track });
  expect(asked).toEqual([{ audio: { ...processing, deviceId: { exact: "m1" } } }]);
});

test("a chosen device that is gone is replaced by the default, another problem is not hidden", async () => {
  const gone = devicesThatGive("OverconstrainedError", [fakeTrack()]);
  expect((await gone.capture.openMicrophone("m1")).ok).toBe(true);
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
  const { asked, capture } = devicesThatGive([picture, sound]);
  expect(await capture.openShare({ audio: true })).toEqual({ ok: true, value: { picture, sound } });
  expect(asked[0]).toMatchObject({
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 2 },
    selfBrowserSurface: "exclude",
    systemAudio: "include",
  });
  expect([picture.contentHint, sound.contentHint]).toEqual(["detail", "music"]);
});

test("a share without sound asks for none", async () => {
  const picture = fakeTrack("video");
  const { asked, capture } = devicesThatGive([picture]);
  expect(await capture.openShare({ audio: false })).toEqual({ ok: true, value: { picture, sound: null } });
  expect(asked[0]).toMatchObject({ audio: false });
});

test("sound without a picture is no share and is let go", async () => {
  const sound = fakeTrack("audio");
  const { capture } = devicesThatGive([sound]);
  expect(await capture.openShare({ audio: true })).toEqual({ ok: false, problem: "failed" });
  expect(sound.readyState).toBe("ended");
});

test("a closed picker is cancelled; a page without access to devices is told so", async () => {
  const { capture } = devicesThatGive("NotAllowedError");
  expect(await capture.openShare({ audio: true })).toEqual({ ok: false, problem: "cancelled" });
  const insecure = createCapture(undefined);
  expect(await insecure.openMicrophone(null)).toEqual({ ok: false, problem: "blocked" });
  expect(await insecure.openShare({ audio: true })).toEqual({ ok: false, problem: "failed" });
});
