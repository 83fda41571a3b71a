/** A track for tests: as much of a MediaStreamTrack as this folder uses. */
export interface FakeTrack extends MediaStreamTrack {
  /** Ends as a browser ends it: unplugged, window closed. `stop()` raises no event, as in a browser. */
  lose(): void;
}

export function fakeTrack(kind: "audio" | "video" = "audio", settings: MediaTrackSettings = {}): FakeTrack {
  const track = Object.assign(new EventTarget(), {
    kind,
    enabled: true,
    readyState: "live",
    contentHint: "",
    getSettings: () => settings,
    stop() {
      track.readyState = "ended";
    },
    lose() {
      track.readyState = "ended";
      track.dispatchEvent(new Event("ended"));
    },
  });
  return track as unknown as FakeTrack;
}
