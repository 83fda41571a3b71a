import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OverlayLook } from "../../shared/overlayLook";
import type { WatchedWindow } from "../capture/windowWatch";
import type { Rect } from "./cutOut";
import type { OverlayWindow } from "./overlayWindow";
import { createShareOverlay } from "./shareOverlay";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const editor = "window:7:0";
const place = { x: 10, y: 20, width: 300, height: 200 };
const normal: WatchedWindow = { bounds: place, state: "normal" };
const dot = { type: "ink" as const, stroke: 1, points: [{ x: 0.5, y: 0.5 }] };

function fakeWindow(seeThrough: boolean) {
  const told: OverlayLook[] = [];
  const outlines: (readonly Rect[])[] = [];
  const window = {
    seeThrough,
    place: vi.fn<OverlayWindow["place"]>(),
    cut: vi.fn<OverlayWindow["cut"]>((outline) => void outlines.push(outline)),
    tell: vi.fn<OverlayWindow["tell"]>((look) => void told.push(look)),
    hide: vi.fn(),
    close: vi.fn(),
  };
  return { window, told, outlines };
}

function overlayOver({ seeThrough = true, covers = true } = {}) {
  const opened = fakeWindow(seeThrough);
  const openWindow = vi.fn(async () => opened.window);
  const stopFollowing = vi.fn();
  let see: (seen: WatchedWindow) => void = () => {};
  const follow = vi.fn((_sourceId: string, onChange: typeof see) => {
    see = onChange;
    return stopFollowing;
  });
  const overlay = createShareOverlay({
    watch: { follow },
    mayCover: () => covers,
    openWindow,
    now: () => performance.now(),
  });
  return { ...opened, overlay, openWindow, follow, stopFollowing, see: (seen: WatchedWindow) => see(seen) };
}
const settle = () => vi.advanceTimersByTimeAsync(0);

test("follows the window: shown where it is, hidden while it is minimised or its place unknown, back with it", async () => {
  const { overlay, window, see } = overlayOver();
  overlay.show(editor);
  see(normal);
  await settle();
  expect(window.place).toHaveBeenLastCalledWith(place);
  see({ bounds: place, state: "minimised" });
  expect(window.hide).toHaveBeenCalledTimes(1);
  see({ bounds: { ...place, x: 50 }, state: "normal" });
  expect(window.place).toHaveBeenLastCalledWith({ ...place, x: 50 });
  see({ bounds: null, state: "closed" });
  expect(window.hide).toHaveBeenCalledTimes(2);
});

test("hidden, it is gone at once and nothing follows any more", async () => {
  const { overlay, window, see, stopFollowing } = overlayOver();
  overlay.show(editor);
  await settle();
  overlay.hide();
  expect(window.hide).toHaveBeenCalled();
  expect(window.close).toHaveBeenCalledOnce();
  expect(stopFollowing).toHaveBeenCalledOnce();
  see(normal);
  overlay.draw(dot);
  expect(window.place).not.toHaveBeenCalled();
});

test("a share that ends while its window still opens shows nothing", async () => {
  const { overlay, window, see } = overlayOver();
  overlay.show(editor);
  see(normal);
  overlay.hide();
  await settle();
  expect(window.place).not.toHaveBeenCalled();
  expect(window.close).toHaveBeenCalledOnce();
});

test("another source takes the place of the first", async () => {
  const { overlay, openWindow, follow, stopFollowing } = overlayOver();
  overlay.show(editor);
  await settle();
  overlay.show("window:8:0");
  await settle();
  expect(stopFollowing).toHaveBeenCalledOnce();
  expect(follow).toHaveBeenLastCalledWith("window:8:0", expect.anything());
  expect(openWindow).toHaveBeenCalledTimes(2);
});

test("nothing is opened over what may not be covered", async () => {
  const { overlay, openWindow, follow } = overlayOver({ covers: false });
  overlay.show("screen:0:0");
  overlay.draw(dot);
  await settle();
  expect(openWindow).not.toHaveBeenCalled();
  expect(follow).not.toHaveBeenCalled();
});

test("an overlay that cannot be opened is no error", async () => {
  const { overlay, openWindow } = overlayOver();
  openWindow.mockRejectedValueOnce(new Error("no display"));
  overlay.show(editor);
  await settle();
  overlay.draw(dot);
  overlay.hide();
});

test("the page is told of the pause, of each stroke and of the wiping, and a see-through window is never cut", async () => {
  const { overlay, told, window, see } = overlayOver();
  overlay.setPaused(true);
  overlay.show(editor);
  await settle();
  see(normal);
  overlay.setPaused(false);
  overlay.draw(dot);
  overlay.wipe();
  expect(told).toEqual([
    { type: "frame", paused: true, cutOut: false },
    { type: "frame", paused: false, cutOut: false },
    { type: "drawn", drawn: dot },
    { type: "wiped" },
  ]);
  expect(window.cut).not.toHaveBeenCalled();
});

test("where one cannot see through, it is cut before it is shown, ink grows in, thins out and is gone", async () => {
  const { overlay, window, outlines, see } = overlayOver({ seeThrough: false });
  const area = () => (outlines.at(-1) ?? []).reduce((sum, { width, height }) => sum + width * height, 0);
  overlay.show(editor);
  await settle();
  see(normal);
  expect(window.cut.mock.invocationCallOrder[0]).toBeLessThan(window.place.mock.invocationCallOrder[0] ?? 0);
  const bare = area();
  expect(bare).toBeLessThan(place.width * place.height * 0.1);
  overlay.draw(dot);
  expect(area()).toBeGreaterThan(bare);
  await vi.advanceTimersByTimeAsync(3_100);
  expect(area()).toBe(bare);
  const cuts = outlines.length;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(outlines.length).toBe(cuts);
  overlay.draw(dot);
  overlay.wipe();
  expect(area()).toBe(bare);
});
