import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createEncoderStart } from "./encoderStart";

class Generator {
  static pictures: unknown[] = [];
  readonly kind = "filler";
  stopped = false;
  readonly writable = new WritableStream<unknown>({ write: (picture) => void Generator.pictures.push(picture) });
  stop() {
    this.stopped = true;
  }
}

class Picture {
  constructor(
    readonly pixels: Uint8Array,
    readonly format: VideoFrameBufferInit,
  ) {}
}

beforeEach(() => {
  Generator.pictures = [];
  vi.stubGlobal("MediaStreamTrackGenerator", Generator);
  vi.stubGlobal("VideoFrame", Picture);
});
afterEach(() => vi.unstubAllGlobals());

const camera = { kind: "camera" } as unknown as MediaStreamTrack;
const other = { kind: "other" } as unknown as MediaStreamTrack;
const soon = () => new Promise((resolve) => setTimeout(resolve));

function setUp({ connected = true } = {}) {
  const given: (Generator | MediaStreamTrack | null)[] = [];
  const sender = { replaceTrack: async (track: MediaStreamTrack | null) => void given.push(track) };
  const link = { connected, sender: sender as RTCRtpSender | undefined };
  const start = createEncoderStart({ sender: () => link.sender, connected: () => link.connected });
  const kinds = () => given.map((track) => track?.kind ?? null);
  const fillers = () => given.filter((track) => track instanceof Generator);
  return { start, link, kinds, fillers };
}

describe("the encoder of the camera", () => {
  test("is made ready with one black picture before the first track, and not before any other", async () => {
    const { start, kinds, fillers } = setUp();
    start.send(camera);
    await soon();
    expect(kinds()).toEqual(["filler", "camera"]);
    expect(Generator.pictures).toHaveLength(1);
    const [{ pixels }] = Generator.pictures as [Picture];
    expect([pixels.length, pixels[0], pixels.at(-1)]).toEqual([1280 * 720 * 1.5, 0, 128]);
    expect(fillers()).toMatchObject([{ stopped: true }]);
    start.send(other);
    start.send(null);
    await soon();
    expect(kinds().slice(2)).toEqual([null, null]);
  });

  test("is made ready while an expected camera opens, which then takes its place", async () => {
    const { start, kinds, fillers } = setUp();
    let opened = () => {};
    start.expect(new Promise<void>((resolve) => (opened = resolve)));
    await soon();
    expect(kinds()).toEqual(["filler"]);
    expect(Generator.pictures).toHaveLength(1);
    start.send(camera);
    opened();
    await soon();
    expect(kinds()).toEqual(["filler", "camera"]);
    expect(fillers()).toMatchObject([{ stopped: true }]);
  });

  test("an expected camera that cannot be opened leaves nothing in its place", async () => {
    const { start, kinds, fillers } = setUp();
    start.expect(Promise.resolve());
    await soon();
    expect(kinds()).toEqual(["filler", null]);
    expect(fillers()).toMatchObject([{ stopped: true }]);
  });

  test("who stops sending meanwhile sends nothing", async () => {
    const { start, kinds } = setUp();
    start.send(camera);
    start.send(null);
    await soon();
    expect(kinds().at(-1)).toBeNull();
    expect(kinds()).not.toContain("camera");
  });

  test("on the way to a connection, or in another browser, the camera goes in as it is", async () => {
    const early = setUp({ connected: false });
    early.start.expect(Promise.resolve());
    early.start.send(camera);
    await soon();
    early.link.connected = true;
    early.start.send(other);
    await soon();
    expect(early.kinds()).toEqual(["camera", "other"]);

    vi.stubGlobal("MediaStreamTrackGenerator", undefined);
    const elsewhere = setUp();
    elsewhere.start.send(camera);
    await soon();
    expect(elsewhere.kinds()).toEqual(["camera"]);
  });

  test("one that refuses the black picture still sends the camera", async () => {
    vi.stubGlobal("VideoFrame", function refuse() {
      throw new TypeError("no such format");
    });
    const { start, kinds } = setUp();
    start.send(camera);
    await soon();
    expect(kinds()).toEqual(["filler", "camera"]);
  });

  test("one that never takes the black picture still sends the camera, a moment later", async () => {
    vi.useFakeTimers();
    class Stuck extends Generator {
      override readonly writable = new WritableStream<unknown>({ write: () => new Promise(() => {}) });
    }
    vi.stubGlobal("MediaStreamTrackGenerator", Stuck);
    const { start, kinds } = setUp();
    start.send(camera);
    await vi.advanceTimersByTimeAsync(49);
    expect(kinds()).toEqual(["filler"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(kinds()).toEqual(["filler", "camera"]);
    vi.useRealTimers();
  });

  test("before there is a sender nothing is lost: it is given the track anew, and made ready then", async () => {
    const { start, link, kinds } = setUp();
    const { sender } = link;
    link.sender = undefined;
    start.send(camera);
    await soon();
    link.sender = sender;
    start.send(camera);
    await soon();
    expect(kinds()).toEqual(["filler", "camera"]);
  });
});
