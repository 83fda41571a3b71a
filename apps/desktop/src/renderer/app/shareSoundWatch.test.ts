import { expect, test } from "vitest";
import type { ShareSound, ShareSoundFact } from "../media/shareSound/shareSound";
import { createStores } from "../stores/createStores";
import { loadSettings } from "./settings";
import { createShareSoundWatch, dismissSoundEnd } from "./shareSoundWatch";

function setUp() {
  const store = createStores(loadSettings({ getItem: () => null })).shareSound;
  const ends: string[] = [];
  const page = Object.assign(new EventTarget(), { hidden: false });
  const watch = createShareSoundWatch({ store, onEnded: () => ends.push("ended"), page: page as never });
  const soundThat = (altered = false) => {
    const measured: boolean[] = [];
    let tell: (fact: ShareSoundFact) => void = () => {};
    const sound: ShareSound = {
      track: null,
      altered,
      watch: (listener) => (tell = listener),
      measure: (on) => measured.push(on),
      stop: () => {},
    };
    return { sound, measured, tell: (fact: ShareSoundFact) => tell(fact) };
  };
  return { store, ends, page, watch, soundThat };
}

test("silence is told and forgotten with the first sound; an end stays until it was read", () => {
  const { store, ends, watch, soundThat } = setUp();
  const { sound, tell } = soundThat(true);
  watch.follow(sound);
  expect(store.getState()).toEqual({ level: null, silent: false, altered: true, ended: null });
  tell({ type: "first", sound: "silent" });
  expect(store.getState().silent).toBe(true);
  tell({ type: "first", sound: "heard" });
  tell({ type: "level", level: -12 });
  expect(store.getState()).toMatchObject({ silent: false, level: -12 });
  tell({ type: "ended", reason: "echo" });
  expect([store.getState(), ends]).toEqual([{ level: null, silent: false, altered: false, ended: "echo" }, ["ended"]]);
  dismissSoundEnd(store);
  expect(store.getState().ended).toBeNull();
});

test("the sound that was replaced says nothing any more", () => {
  const { store, ends, watch, soundThat } = setUp();
  const [before, now] = [soundThat(), soundThat()];
  watch.follow(before.sound);
  watch.follow(now.sound);
  before.tell({ type: "ended", reason: "lost" });
  expect([store.getState().ended, ends]).toEqual([null, []]);
});

test("a hidden page is not measured for", () => {
  const { page, watch, soundThat } = setUp();
  const { sound, measured } = soundThat();
  watch.follow(sound);
  page.hidden = true;
  page.dispatchEvent(new Event("visibilitychange"));
  expect(measured).toEqual([true, false]);
});
