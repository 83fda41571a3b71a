import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type { AudioChoice, ListedSource, ListingRequest, SoundingApp } from "../../../shared/sharing";
import { closedPicker } from "../../stores/createStores";
import { createSharePicker, selectionOf } from "./sharePicker";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const source = (id: string, appName: string | null = null): ListedSource => ({
  id,
  kind: id.startsWith("screen") ? "screen" : "window",
  title: `Title of ${id}`,
  appName,
  thumbnail: "picture",
  appIcon: null,
});
const choice = (plan: AudioChoice["plan"], more: Partial<AudioChoice> = {}): AudioChoice => ({
  plan,
  available: true,
  ...more,
});
const unknownApp = choice("app", { available: false, reason: "noProcess" });
const needsApp = choice("app", { needsApp: true });
const wide = choice("systemWithoutUs");
const none = choice("none");

/** A picker over a desktop that the test changes as it goes. */
function picking({ canRefresh = true, choices = [choice("app"), wide, none] } = {}) {
  const desk = {
    sources: [source("window:1", "Editor"), source("window:2", "Player"), source("screen:1")],
    choices,
    apps: [] as SoundingApp[],
  };
  const kept = new Map<string, string>();
  const sharing = {
    canRefresh,
    listSources: vi.fn(async ({ kinds }: ListingRequest) =>
      desk.sources.filter(({ kind }) => kinds === "both" || kind === kinds),
    ),
    audioChoices: vi.fn<(id: string) => Promise<AudioChoice[]>>(async () => desk.choices),
    soundingApps: vi.fn(async () => desk.apps),
  };
  const store = createStore(() => closedPicker);
  const page = { isHidden: () => false, onShown: () => () => {} };
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
  const make = () => createSharePicker({ sharing, store, page, storage });
  return { desk, sharing, store, now: store.getState, picker: make(), afterRestart: make };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

test("looks at everything first, then at the tab that is shown, and not at all once it is closed", async () => {
  const { picker, sharing } = picking();
  picker.open();
  await vi.advanceTimersByTimeAsync(2_500);
  picker.showSources("screen");
  await settle();
  expect(sharing.listSources.mock.calls.map(([request]) => request)).toEqual([
    { afresh: true, kinds: "both" },
    { afresh: false, kinds: "window" },
    { afresh: false, kinds: "screen" },
  ]);
  picker.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sharing.listSources).toHaveBeenCalledTimes(3);
});

test("a look that was on its way when the picker closed changes nothing in the next one", async () => {
  const { picker, sharing, now } = picking();
  let answer: (listed: ListedSource[]) => void = () => {};
  sharing.listSources.mockImplementationOnce(() => new Promise((done) => (answer = done)));
  picker.open();
  picker.close();
  picker.open();
  expect(sharing.listSources).toHaveBeenCalledTimes(1);
  answer([source("window:9")]);
  await settle();
  expect(sharing.listSources).toHaveBeenCalledTimes(2);
  expect(now().sources.map(({ id }) => id)).toEqual(["window:1", "window:2", "screen:1"]);
});

test("a selected window that closes takes its selection and sound along", async () => {
  const { picker, desk, now } = picking();
  picker.open();
  await settle();
  picker.pick("window:2");
  await settle();
  expect(now()).toMatchObject({ selectedId: "window:2", audio: "app" });
  desk.sources = [source("window:1")];
  await vi.advanceTimersByTimeAsync(5_000);
  expect(now()).toMatchObject({ selectedId: null, audio: "none", audioChoices: [] });
  expect(await picker.take()).toBeNull();
});

test("what the system refuses is told, and tried again by itself", async () => {
  const { picker, sharing, now } = picking();
  sharing.listSources.mockRejectedValueOnce(new Error("refused"));
  picker.open();
  await settle();
  expect(now()).toMatchObject({ loading: false, trouble: "failed", sources: [] });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(now()).toMatchObject({ trouble: null });
  expect(sharing.listSources).toHaveBeenLastCalledWith({ afresh: true, kinds: "both" });
});

test("the sound of the source before never goes with the next: taking waits for its own", async () => {
  const { picker, sharing, now } = picking({ choices: [unknownApp, wide, none] });
  picker.open();
  await settle();
  picker.pick("screen:1");
  await settle();
  expect(now().audio).toBe("systemWithoutUs");
  sharing.audioChoices.mockImplementation(
    (id) => new Promise((done) => setTimeout(() => done(id === "window:1" ? [unknownApp, wide, none] : [none]), 300)),
  );
  picker.pick("window:2");
  picker.pick("window:1");
  expect(now().audioPending).toBe(true);
  const taking = picker.take();
  await vi.advanceTimersByTimeAsync(600);
  expect(await taking).toMatchObject({ source: { id: "window:1" }, audio: "none" });
  // One question at a time: the answer on `window:2` was overtaken.
  expect(sharing.audioChoices.mock.calls.map(([id]) => id)).toEqual(["screen:1", "window:2", "window:1"]);
});

test("two presses of the share button take once", async () => {
  const { picker, now } = picking();
  picker.open();
  await settle();
  picker.pick("window:1");
  const [first, second] = await Promise.all([picker.take(), picker.take()]);
  expect(first?.source.id).toBe("window:1");
  expect(second).toBeNull();
  expect(now()).toMatchObject({ open: false, sources: [] });
});

test("the next picker starts at what was shared last, with the sound that was chosen for its app", async () => {
  const { picker, now, afterRestart } = picking();
  picker.open();
  await settle();
  picker.pick("window:2");
  await settle();
  picker.pickAudio("none");
  await picker.take();
  const next = afterRestart();
  next.open();
  await settle();
  expect(now()).toMatchObject({ selectedId: "window:2", audio: "none" });
  next.pick("window:1");
  await settle();
  expect(now()).toMatchObject({ selectedId: "window:1", audio: "app" });
});

test("it starts at the named source where one is named, and keeps telling what is shared", async () => {
  const { picker, now } = picking();
  picker.open();
  await settle();
  picker.pick("window:2");
  const taken = await picker.take();
  picker.setShared(taken);
  picker.open({ purpose: "switch", sourceId: "screen:1" });
  await settle();
  expect(now()).toMatchObject({ purpose: "switch", kind: "screen", selectedId: "screen:1" });
  expect(now().shared?.source.id).toBe("window:2");
  picker.close();
  expect(now().shared?.source.id).toBe("window:2");
});

test("an app is named from the list; when it leaves the list its sound goes, and no other takes its place", async () => {
  const { picker, desk, now } = picking({ choices: [needsApp, wide, none] });
  desk.apps = [
    { id: "a1", name: "Player" },
    { id: "b1", name: "Browser" },
  ];
  picker.open();
  await settle();
  picker.pick("window:2");
  await settle();
  expect(now()).toMatchObject({ audio: "none", appId: null, soundingApps: desk.apps });
  picker.pickAudio("app", "a1");
  desk.apps = [{ id: "a2", name: "Player" }];
  await vi.advanceTimersByTimeAsync(2_000);
  expect(now()).toMatchObject({ audio: "app", appId: "a2" });
  desk.apps = [{ id: "b2", name: "Browser" }];
  await vi.advanceTimersByTimeAsync(2_000);
  expect(now()).toMatchObject({ audio: "none", appId: null });
  picker.pickAudio("app", "b2");
  const picked = await picker.take();
  expect(picked).toMatchObject({ audio: "app", soundOf: "Browser" });
  expect(picked && selectionOf(picked)).toEqual({ sourceId: "window:2", audio: "app", appId: "b2" });
});

test("under a portal one share opens one dialog: what was picked there is selected, its sound is chosen here", async () => {
  const { picker, desk, sharing, now } = picking({ canRefresh: false, choices: [needsApp, wide, none] });
  desk.sources = [source("window:77")];
  picker.open();
  await settle();
  expect(now()).toMatchObject({ loading: false, selectedId: "window:77", audio: "none" });
  picker.showSources("window");
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await picker.take())?.source.id).toBe("window:77");
  expect(sharing.listSources).toHaveBeenCalledTimes(1);
  // The list of sounding apps is no portal's, and stays fresh.
  expect(sharing.soundingApps.mock.calls.length).toBeGreaterThan(10);
});

test.each([
  ["rejects", () => Promise.reject(new Error("Failed to get sources."))],
  ["gives nothing", () => Promise.resolve([])],
])("a portal that is closed without a choice (%s) is told, and opens again only when asked", async (_, closed) => {
  const { picker, sharing, now } = picking({ canRefresh: false });
  sharing.listSources.mockImplementationOnce(closed);
  picker.open();
  await settle();
  expect(now()).toMatchObject({ loading: false, trouble: "cancelled" });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sharing.listSources).toHaveBeenCalledTimes(1);
  picker.lookAgain();
  await settle();
  expect(sharing.listSources).toHaveBeenCalledTimes(2);
  expect(now()).toMatchObject({ trouble: null, selectedId: "window:1" });
});

test("a portal that is still open is not opened twice when the picker is closed and opened again", async () => {
  const { picker, sharing, now } = picking({ canRefresh: false });
  let answer: (listed: ListedSource[]) => void = () => {};
  sharing.listSources.mockImplementationOnce(() => new Promise((done) => (answer = done)));
  picker.open();
  picker.close();
  picker.open();
  answer([source("window:77")]);
  await settle();
  expect(sharing.listSources).toHaveBeenCalledTimes(1);
  expect(now()).toMatchObject({ selectedId: "window:77" });
});
