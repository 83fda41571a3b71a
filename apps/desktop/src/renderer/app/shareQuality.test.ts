import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type { ShareQualityStore } from "../ui/appContext";
import { loadSettings } from "./settings";
import { createShareQuality } from "./shareQuality";

const watched = vi.hoisted(() => ({ tell: (changed: number): void => void changed, stops: 0 }));
vi.mock("../media/pictureChange", () => ({
  watchPicture(_: unknown, tell: (changed: number) => void) {
    watched.tell = tell;
    return () => {
      watched.stops += 1;
    };
  },
}));

function fakeTrack() {
  const applyConstraints = vi.fn(() => Promise.resolve());
  return { contentHint: "", applyConstraints } as unknown as MediaStreamTrack;
}

function setUp(preset: "auto" | "text" | "motion") {
  const store = createStore<ShareQualityStore>(() => ({ style: "text", sending: null, receiving: null }));
  const loaded = { ...loadSettings({ getItem: () => null }), sharePreset: preset };
  const settings = createStore(() => loaded);
  const setShareStyle = vi.fn();
  const row = { type: "outbound-rtp", kind: "video", id: "O", codecId: "C", frameWidth: 800, frameHeight: 600 };
  let asked = 0;
  const shareStats = vi.fn(() => {
    asked += 1;
    const counted = { ...row, timestamp: asked * 1000, bytesSent: asked * 1250, framesEncoded: asked * 10 };
    const codec = { type: "codec", id: "C", mimeType: "video/VP9" };
    return Promise.resolve(
      new Map<string, object>([
        ["O", counted],
        ["C", codec],
      ]) as RTCStatsReport,
    );
  });
  const quality = createShareQuality({
    stores: { settings, shareQuality: store },
    peer: { setTrack: () => {}, setShareStyle, shareStats },
  });
  return { store, settings, setShareStyle, shareStats, quality };
}

describe("the quality of a share", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    watched.stops = 0;
  });
  afterEach(() => vi.useRealTimers());

  it.each(["text", "motion"] as const)("begins in the chosen style: %s", (preset) => {
    const { quality, setShareStyle, store } = setUp(preset);
    const track = fakeTrack();
    quality.send("share", track);
    expect(track.contentHint).toBe(preset);
    expect(setShareStyle).toHaveBeenLastCalledWith(preset);
    expect(store.getState().style).toBe(preset);
  });

  it("changes with the preset while it runs, and watches the picture only for auto", () => {
    const { quality, settings, setShareStyle } = setUp("auto");
    quality.send("share", fakeTrack());
    expect(setShareStyle).toHaveBeenLastCalledWith("text");
    settings.setState({ sharePreset: "motion" });
    quality.presetChanged();
    expect(watched.stops).toBe(1);
    expect(setShareStyle).toHaveBeenLastCalledWith("motion");
  });

  it("auto goes to motion when the picture keeps moving, and back when it rests", () => {
    const { quality, setShareStyle, store } = setUp("auto");
    quality.send("share", fakeTrack());
    const look = (times: number, changed: number) => {
      for (let time = 0; time < times; time += 1) {
        vi.advanceTimersByTime(250);
        watched.tell(changed);
      }
    };
    look(40, 0.5);
    expect(store.getState().style).toBe("motion");
    look(40, 0);
    expect(store.getState().style).toBe("text");
    expect(setShareStyle.mock.calls.flat()).toEqual(["text", "motion", "text"]);
  });

  it("counts what is sent once a second while something is shared, and not afterwards", async () => {
    const { quality, store, shareStats } = setUp("text");
    quality.send("share", fakeTrack());
    await vi.advanceTimersByTimeAsync(2_000);
    const sending = { width: 800, height: 600, framesPerSecond: 10, codec: "VP9", kilobitsPerSecond: 10 };
    expect(store.getState().sending).toEqual(sending);
    quality.send("share", null);
    expect(store.getState().sending).toBeNull();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(shareStats).toHaveBeenCalledTimes(2);
  });

  it("counts what is received only while somebody looks", async () => {
    const { quality, shareStats } = setUp("text");
    await vi.advanceTimersByTimeAsync(3_000);
    expect(shareStats).not.toHaveBeenCalled();
    quality.watchReceived(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(shareStats.mock.calls).toEqual([["receiving"], ["receiving"]]);
    quality.watchReceived(false);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(shareStats).toHaveBeenCalledTimes(2);
  });
});
