import { expect, test } from "vitest";
import type { Capture, Captured, Share } from "./capture";
import { type FakeTrack, fakeTrack } from "./fakeTrack";
import { createLocalTracks } from "./localTracks";
import type { MediaProblem, ShareProblem } from "./mediaError";
import { createShareSound } from "./shareSound/shareSound";

/** Devices that open when the test says so, and the log of what came of it. */
function setUp() {
  const asked: string[] = [];
  const waiting: ((result: Captured<never, never>) => void)[] = [];
  const ask = <T, P>(what: string) => {
    asked.push(what);
    return new Promise<Captured<T, P>>((resolve) => waiting.push(resolve));
  };
  const capture: Capture = {
    openMicrophone: ({ deviceId }) => ask<MediaStreamTrack, MediaProblem>(`microphone ${deviceId}`),
    openCamera: ({ deviceId, facing }) => ask<MediaStreamTrack, MediaProblem>(`camera ${deviceId ?? facing?.value}`),
    openShare: () => ask<Share, ShareProblem>("share"),
  };
  const shown: string[] = [];
  const lost: string[] = [];
  const names = new Map<MediaStreamTrack | null, string>([[null, "nothing"]]);
  const tracks = createLocalTracks({
    capture,
    onTrack: (slot, track) => shown.push(`${slot}: ${names.get(track) ?? "unknown"}`),
    onLost: (device) => lost.push(device),
    onCameraExchange: () => {},
    onShareSound: () => {},
  });
  /** Opening begins in a task of its own. */
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
  const answer = async (result: object) => {
    await settled();
    const next = waiting.shift();
    if (!next) throw new Error("nothing is opening");
    next(result as Captured<never, never>);
    await settled();
  };
  const named = (name: string, kind: "audio" | "video" = "audio", settings: MediaTrackSettings = {}): FakeTrack => {
    const track = fakeTrack(kind, settings);
    names.set(track, name);
    return track;
  };
  return { asked, shown, lost, tracks, answer, settled, named };
}

/** The sound of a share, as far as its tracks go. */
const soundOf = (track: FakeTrack) => createShareSound({ track, altered: false, guard: null, release: () => {} });

const processing = { noiseSuppression: true, echoCancellation: true, autoGain: true };
const request = (deviceId: string | null) => ({ deviceId, processing });
const given = (value: unknown) => ({ ok: true, value });
const refused = (problem: ShareProblem) => ({ ok: false, problem });

test("R1 a device that opens after the release is closed at once and never shown", async () => {
  const { tracks, answer, named, shown } = setUp();
  const opened = [
    tracks.openMicrophone(request(null)),
    tracks.openCamera({ deviceId: null }),
    tracks.openShare({ sound: "display" }),
  ];
  tracks.setMicrophoneOn(true);
  await answer(refused("cancelled"));
  const late = [named("camera", "video"), named("picture", "video"), named("sound")];
  tracks.release();
  await answer(given(late[0]));
  await answer(given({ picture: late[1], sound: late[2] }));
  expect(await Promise.all(opened)).toEqual([
    { status: "problem", problem: "cancelled" },
    { status: "released" },
    { status: "released" },
  ]);
  expect(late.map(({ readyState }) => readyState)).toEqual(["ended", "ended", "ended"]);
  expect(shown).toEqual([]);
});

test("what is open or opening is opened once", async () => {
  const { tracks, answer, named, asked } = setUp();
  const first = tracks.openMicrophone(request(null));
  const second = tracks.openMicrophone(request(null));
  const track = named("voice");
  await answer(given(track));
  const third = tracks.openMicrophone(request(null));
  for (const opened of [first, second, third]) expect(await opened).toEqual({ status: "open", value: track });
  expect(asked).toHaveLength(1);
});

test("a camera that is closed and opened while it opens waits for the one before to be through", async () => {
  const { tracks, answer, settled, named, asked } = setUp();
  const first = tracks.openCamera({ deviceId: "a" });
  await settled();
  tracks.closeCamera();
  const second = tracks.openCamera({ deviceId: "a" });
  await settled();
  expect(asked).toEqual(["camera a"]);
  const [late, now] = [named("late", "video"), named("now", "video")];
  await answer(given(late));
  expect(late.readyState).toBe("ended");
  await answer(given(now));
  expect(await first).toEqual({ status: "released" });
  expect(await second).toEqual({ status: "open", value: now });
});

test("muted before it is open, and in the next microphone, too", async () => {
  const { tracks, answer, named, shown } = setUp();
  const [one, two, three] = [named("one"), named("two"), named("three")];
  void tracks.openMicrophone(request("1"));
  tracks.setMicrophoneOn(false);
  await answer(given(one));
  expect(one.enabled).toBe(false);
  void tracks.changeMicrophone(request("2"));
  await answer(given(two));
  expect([one.readyState, two.readyState, two.enabled]).toEqual(["ended", "live", false]);
  expect(shown).toEqual(["voice: one", "voice: two"]);
  tracks.setMicrophoneOn(true);
  expect(two.enabled).toBe(true);
  tracks.setMicrophoneOn(false);
  tracks.release();
  void tracks.openMicrophone(request("3"));
  await answer(given(three));
  expect(three.enabled).toBe(true);
});

test("a microphone that cannot be changed goes on", async () => {
  const { tracks, answer, named, lost } = setUp();
  const one = named("one");
  void tracks.openMicrophone(request("1"));
  await answer(given(one));
  const changed = tracks.changeMicrophone(request("2"));
  await answer(refused("busy"));
  expect(await changed).toEqual({ status: "problem", problem: "busy" });
  expect(tracks.current.voice).toBe(one);
  expect([one.readyState, lost]).toEqual(["live", []]);
});

test("the other camera, and the one before when it cannot be had", async () => {
  const { tracks, answer, named, asked, shown } = setUp();
  void tracks.openCamera({ deviceId: null });
  await answer(given(named("front", "video", { deviceId: "a", facingMode: "user" })));
  const cameras = [{ deviceId: "a" }, { deviceId: "b" }];
  const switched = tracks.switchCamera(cameras);
  await answer(given(named("back", "video", { deviceId: "b", facingMode: "environment" })));
  expect((await switched).status).toBe("open");
  const again = tracks.switchCamera(cameras);
  await answer(refused("missing"));
  await answer(refused("busy"));
  await answer(given(named("back again", "video")));
  expect(await again).toEqual({ status: "reopened" });
  expect(asked.slice(1)).toEqual(["camera environment", "camera user", "camera a", "camera b"]);
  expect(shown).toEqual(["camera: front", "camera: back", "camera: back again"]);
});

test("no camera left after a switch: it is off; and none is opened by switching", async () => {
  const { tracks, answer, named, shown, asked } = setUp();
  void tracks.openCamera({ deviceId: "a" });
  await answer(given(named("a", "video", { deviceId: "a" })));
  const switched = tracks.changeCamera("b");
  await answer(refused("failed"));
  await answer(refused("busy"));
  expect(await switched).toEqual({ status: "problem", problem: "busy" });
  expect(shown).toEqual(["camera: a", "camera: nothing"]);
  expect(await tracks.changeCamera("b")).toEqual({ status: "released" });
  expect(asked).toHaveLength(3);
});

test("R5 a share that ends by itself takes its sound along, and is told once", async () => {
  const { tracks, answer, named, shown, lost } = setUp();
  const [picture, sound] = [named("picture", "video"), named("sound")];
  void tracks.openShare({ sound: "display" });
  await answer(given({ picture, sound: soundOf(sound).sound }));
  picture.lose();
  picture.lose();
  expect(sound.readyState).toBe("ended");
  expect(lost).toEqual(["share"]);
  expect(shown).toEqual(["share: picture", "shareSound: sound", "share: nothing", "shareSound: nothing"]);
});

test("stopping a share is no loss, and a second share is a new one", async () => {
  const { tracks, answer, named, lost } = setUp();
  const [first, second] = [named("first", "video"), named("second", "video")];
  void tracks.openShare({ sound: "none" });
  await answer(given({ picture: first, sound: null }));
  tracks.stopShare();
  expect([first.readyState, tracks.current.share]).toEqual(["ended", null]);
  void tracks.openShare({ sound: "none" });
  await answer(given({ picture: second, sound: null }));
  first.lose();
  expect([tracks.current.share, lost]).toEqual([second, []]);
});

test("F25 an unplugged microphone is told, and can be opened again", async () => {
  const { tracks, answer, named, lost } = setUp();
  const [one, two] = [named("one"), named("two")];
  void tracks.openMicrophone(request(null));
  await answer(given(one));
  one.lose();
  expect([lost, tracks.current.voice]).toEqual([["microphone"], null]);
  void tracks.openMicrophone(request(null));
  await answer(given(two));
  expect(tracks.current.voice).toBe(two);
});

test("a share whose sound ends goes on, and is no longer said to sound", async () => {
  const { tracks, answer, named, lost } = setUp();
  const [picture, sound] = [named("picture", "video"), named("sound")];
  void tracks.openShare({ sound: "display" });
  const made = soundOf(sound);
  await answer(given({ picture, sound: made.sound }));
  expect(tracks.current.shareSound).toBe(sound);
  made.end("lost");
  expect([tracks.current.share, tracks.current.shareSound, lost]).toEqual([picture, null, []]);
});

test("a share's source is switched: the first goes on until the other one is there, and is stopped only then", async () => {
  const { tracks, answer, settled, named, shown } = setUp();
  const first = [named("first", "video"), named("first sound")] as const;
  const second = named("second", "video");
  void tracks.openShare({ sound: "display" });
  await answer(given({ picture: first[0], sound: soundOf(first[1]).sound }));
  shown.length = 0;
  const switched = tracks.switchShare({ sound: "none" });
  await settled();
  expect(first.map(({ readyState }) => readyState)).toEqual(["live", "live"]);
  await answer(given({ picture: second, sound: null }));
  expect(await switched).toMatchObject({ status: "open", value: { picture: second } });
  expect(shown).toEqual(["share: second", "shareSound: nothing"]);
  expect(first.map(({ readyState }) => readyState)).toEqual(["ended", "ended"]);
  expect(second.readyState).toBe("live");
});

test.each(["cancelled", "failed"] as const)("a switch that is %s leaves the share as it was", async (problem) => {
  const { tracks, answer, named, shown, lost } = setUp();
  const first = named("first", "video");
  void tracks.openShare({ sound: "display" });
  await answer(given({ picture: first, sound: null }));
  shown.length = 0;
  const switched = tracks.switchShare({ sound: "display" });
  await answer(refused(problem));
  expect(await switched).toEqual({ status: "problem", problem });
  expect([first.readyState, tracks.current.share]).toEqual(["live", first]);
  expect([shown, lost]).toEqual([[], []]);
});

test("stopped, or lost, while the other source is opening: the late one is closed at once", async () => {
  for (const how of ["stopped", "lost"] as const) {
    const { tracks, answer, settled, named, shown, lost } = setUp();
    const first = named("first", "video");
    const late = named("late", "video");
    void tracks.openShare({ sound: "display" });
    await answer(given({ picture: first, sound: null }));
    const switched = tracks.switchShare({ sound: "display" });
    await settled();
    if (how === "lost") first.lose();
    else tracks.stopShare();
    await answer(given({ picture: late, sound: null }));
    expect(await switched).toEqual({ status: "released" });
    expect([first.readyState, late.readyState]).toEqual(["ended", "ended"]);
    expect(shown.slice(-2)).toEqual(["share: nothing", "shareSound: nothing"]);
    expect(lost).toEqual(how === "lost" ? ["share"] : []);
  }
});
