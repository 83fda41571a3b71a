import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createCameraSender, mayGrow } from "./cameraSender";

describe("when the pictures grow", () => {
  const line = { frames: 1, bitsPerSecond: 300_000, framesSentMs: 150 };
  test.each([
    ["nothing went out yet, however good the line", { ...line, frames: 0, bitsPerSecond: 2_000_000 }, false],
    ["the line has proved little", line, false],
    ["the line has proved enough", { ...line, bitsPerSecond: 500_000 }, true],
    ["the line stays poor for long", { ...line, framesSentMs: 2_500 }, true],
    ["the line stays poor, not for long", { ...line, framesSentMs: 2_400 }, false],
  ])("%s", (_, progress, grows) => {
    expect(mayGrow(progress)).toBe(grows);
  });
});

describe("the camera's sender", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function setUp() {
    const given: RTCRtpSendParameters[] = [];
    const line = { framesEncoded: 0, targetBitrate: 300_000, refuses: false, looks: 0 };
    const sender = {
      getParameters: () => ({ encodings: [{}], codecs: [], headerExtensions: [], rtcp: {}, transactionId: "1" }),
      async setParameters(parameters: RTCRtpSendParameters) {
        if (line.refuses) throw new Error("other parameters are being set");
        given.push(parameters);
      },
      async replaceTrack() {},
      async getStats() {
        line.looks += 1;
        return new Map([["out", { type: "outbound-rtp", ...line }]]);
      },
    };
    const camera = createCameraSender({
      sender: () => sender as unknown as RTCRtpSender,
      connected: () => true,
    });
    const scales = () => given.map(({ encodings }) => encodings[0]?.scaleResolutionDownBy);
    const degradations = () => given.map(({ degradationPreference }) => degradationPreference);
    return { camera, line, scales, degradations };
  }
  const track = {} as MediaStreamTrack;

  test("its first pictures are small, whatever came first: the track or the other side's description", async () => {
    for (const order of ["track first", "description first"]) {
      const { camera, line, scales, degradations } = setUp();
      if (order === "track first") camera.send(track);
      camera.apply();
      if (order === "description first") camera.send(track);
      expect(scales()).toEqual([4]);
      Object.assign(line, { framesEncoded: 1, targetBitrate: 800_000 });
      await vi.advanceTimersByTimeAsync(150);
      expect(scales()).toEqual([4, 1]);
      expect(degradations()).toEqual(["maintain-resolution", "balanced"]);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(line.looks).toBe(1);
    }
  });

  test("a poor line gets them full size after two and a half seconds, and goes on by itself", async () => {
    const { camera, line, scales } = setUp();
    camera.apply();
    camera.send(track);
    line.framesEncoded = 1;
    await vi.advanceTimersByTimeAsync(2_400);
    expect(scales()).toEqual([4]);
    await vi.advanceTimersByTimeAsync(150);
    expect(scales()).toEqual([4, 1]);
  });

  test("no picture, no looking: while none goes out, and once the connection is over", async () => {
    const { camera, line, scales } = setUp();
    camera.apply();
    await vi.advanceTimersByTimeAsync(5_000);
    camera.send(track);
    camera.send(null);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(line.looks).toBe(0);
    expect(scales()).toEqual([4]);
  });

  test("refused because other parameters are being set: it tries again", async () => {
    const { camera, line, scales } = setUp();
    camera.apply();
    camera.send(track);
    Object.assign(line, { framesEncoded: 1, targetBitrate: 800_000, refuses: true });
    await vi.advanceTimersByTimeAsync(450);
    line.refuses = false;
    await vi.advanceTimersByTimeAsync(150);
    expect(scales()).toEqual([4, 1]);
  });
});
