import { hasProgram, startGroup, stopGroup } from "../fixtures/childProcess";
import { type ColourBarsWindow, openColourBars } from "../fixtures/colourBars";
import { desktopMissing, type DesktopPerson, expect, meet, signUp, test } from "../fixtures/desktopTest";
import { inkReport, watchInk } from "../fixtures/inkWatch";
import { expectWithin } from "../fixtures/limits";
import { watchClick } from "../fixtures/moments";
import { overlayHiddenAt, overlayOf, watchOverlayHide } from "../fixtures/overlaySpy";
import type { Person } from "../fixtures/person";
import { openPlainWindow } from "../fixtures/plainWindow";
import { seeFrames } from "../fixtures/pictureProbe";
import { type Area, inkSeenAt, inkWithin, readScreen, type ScreenPixels } from "../fixtures/screenPixels";
import { until } from "../fixtures/until";
import type { XDisplay } from "../fixtures/xDisplay";
import { activeWindow, windowUnderPointer, xWindow } from "../fixtures/xWindow";
import { streamSelector } from "../pages/callPage";
import { InkPage } from "../pages/inkPage";
import { voiceCall } from "../fixtures/talking";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");

const remoteShare = streamSelector("remoteShare");
/** Half the width of a line of ink, and of its white rim where it has one. */
const HALF_INK = 2.5;
const NEAR_PX = 2;

async function callAbout(sharer: DesktopPerson, viewer: Person): Promise<void> {
  await signUp(sharer);
  await meet(sharer, viewer);
  await voiceCall(sharer, viewer);
}

async function shareWindow(sharer: DesktopPerson, viewer: Person, window: { title: string }): Promise<void> {
  await callAbout(sharer, viewer);
  await sharer.call.press("Share a window");
  await sharer.picker.share(window.title);
  await expect(viewer.call.stream("remoteShare")).toBeVisible();
  await seeFrames(viewer.page, remoteShare);
  await until("the overlay", async () => (await overlayOf(sharer.app))?.visible);
}

const random = (low: number, high: number) => low + Math.random() * (high - low);
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

interface Line {
  readonly from: { x: number; y: number };
  readonly to: { x: number; y: number };
}

/**
 * A part of the picture, by number, clear of the tools at its edges: neighbours in time are far apart, so that one line has
 * faded before the next comes there.
 */
function partOf({ x, y, width, height }: Area, index: number): Area {
  const part = { width: width / 5, height: height / 5 };
  return { x: x + (index % 5) * part.width, y: y + (1 + (Math.floor(index / 5) % 3)) * part.height, ...part };
}

function lineIn({ x, y, width, height }: Area): Line {
  const place = () => ({
    x: Math.round(random(x + width * 0.2, x + width * 0.8)),
    y: Math.round(random(y + height * 0.2, y + height * 0.8)),
  });
  return { from: place(), to: place() };
}

/** How far the ink on the screen is from where the line must be, in the worst direction, X pixels. */
function errorOf(screen: ScreenPixels, { from, to }: Line, picture: Area, window: Area): number {
  const onScreen = ({ x, y }: Line["from"]) => ({
    x: window.x + ((x - picture.x) / picture.width) * window.width,
    y: window.y + ((y - picture.y) / picture.height) * window.height,
  });
  const [a, b] = [onScreen(from), onScreen(to)];
  const want = {
    left: Math.min(a.x, b.x) - HALF_INK,
    top: Math.min(a.y, b.y) - HALF_INK,
    right: Math.max(a.x, b.x) + HALF_INK,
    bottom: Math.max(a.y, b.y) + HALF_INK,
  };
  const around = { x: Math.floor(want.left) - 12, y: Math.floor(want.top) - 12 };
  const search = { ...around, width: want.right + 12 - around.x, height: want.bottom + 12 - around.y };
  const got = inkWithin(screen, search);
  if (!got) return Number.POSITIVE_INFINITY;
  return Math.max(
    Math.abs(got.x - want.left),
    Math.abs(got.y - want.top),
    Math.abs(got.x + got.width - want.right),
    Math.abs(got.y + got.height - want.bottom),
  );
}

/** A line that is not in its place by then is in another one. */
const IN_PLACE_WITHIN_MS = 1_500;

/** The least error of a line from when it is drawn on: while it comes it is too short, and when it fades it is too faint. */
async function leastError(display: XDisplay, line: Line, picture: Area, window: Area): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  const inPlace = () => {
    least = Math.min(least, errorOf(readScreen(display), line, picture, window));
    return least <= NEAR_PX;
  };
  await until("the line", inPlace, IN_PLACE_WITHIN_MS).catch(() => undefined);
  return least;
}

async function hundredStrokes(viewer: Person, bars: ColourBarsWindow, display: XDisplay) {
  const ink = new InkPage(viewer.page);
  await ink.press(ink.drawButton);
  await watchInk(viewer.page, remoteShare);
  const window = xWindow(display, bars.title).area();
  const errors: number[] = [];
  const seenAt: number[] = [];
  for (let index = 0; index < 100; index += 1) {
    const picture = await ink.pictureBox();
    const line = lineIn(partOf(picture, index));
    const onScreen = partOf(window, index);
    await until("older ink to fade", () => inkWithin(readScreen(display), onScreen) === null);
    const seen = inkSeenAt(display, onScreen);
    await ink.line(line.from, line.to);
    seenAt.push(await seen);
    errors.push(await leastError(display, line, picture, window));
  }
  const watch = await inkReport(viewer.page);
  return { errors, delays: seenAt.map((at, index) => at - (watch.pressedAt[index] ?? 0)), watch };
}

/** Without a graphics card the compositor puts the whole screen together by hand for each change of it: seen, 100 to 260 ms. */
const ways = [
  { compositing: false, limitMs: 100, way: "cut out" },
  { compositing: true, limitMs: 250, way: "see-through" },
];

for (const { compositing, limitMs, way } of ways) {
  test(`100 random strokes of the viewer lie on the real window within 2 px and ${limitMs} ms, and are never captured, ${way}`, async ({
    newDesktop,
    newPerson,
    display,
  }) => {
    test.setTimeout(300_000);
    test.skip(compositing && !hasProgram("picom"), "needs picom on this machine");
    const env = { ...process.env, DISPLAY: display.name };
    const compositor = compositing ? startGroup("picom", ["--backend", "xrender", "--config", "/dev/null"], env) : null;
    const bars = await openColourBars(display, { calm: true });
    const sharer = await newDesktop("Ada Byron");
    const viewer = await newPerson("Grace Hopper");
    await shareWindow(sharer, viewer, bars);
    const { errors, delays, watch } = await hundredStrokes(viewer, bars, display);
    test.info().annotations.push({
      type: "measured",
      description: `error px: median ${median(errors).toFixed(1)}, worst ${Math.max(...errors).toFixed(1)}; delay ms: median ${median(delays).toFixed(0)}, worst ${Math.max(...delays).toFixed(0)}; ${watch.frames} frames, ${watch.inked} with ink`,
    });
    console.log(test.info().annotations.at(-1)?.description);
    expect(errors).toHaveLength(100);
    expect(Math.max(...errors)).toBeLessThanOrEqual(NEAR_PX);
    expect(delays).toHaveLength(100);
    await expectWithin(median(delays), limitMs, "from the stroke to the ink");
    expect(watch.frames).toBeGreaterThan(50);
    expect(watch.inked).toBe(0);
    await bars.close();
    if (compositor) await stopGroup(compositor);
  });
}

test("the frame follows the window, lets every click through, takes no focus, is not offered, and goes with the share", async ({
  newDesktop,
  newPerson,
  display,
}) => {
  const bars = await openColourBars(display);
  const sharer = await newDesktop("Ada Byron");
  const viewer = await newPerson("Grace Hopper");
  const window = xWindow(display, bars.title);
  await shareWindow(sharer, viewer, bars);
  const overlay = async () => overlayOf(sharer.app);
  const follows = async () => JSON.stringify((await overlay())?.bounds) === JSON.stringify(window.area());
  await until("the frame around the window", follows);
  window.activate();
  const { x, y, width, height } = window.area();
  const id = (await overlay())?.id;
  for (const [px, py] of [
    [x + 1, y + height / 2],
    [x + width / 2, y + height / 2],
  ] as const) {
    expect(windowUnderPointer(display, Math.round(px), Math.round(py))).not.toBe(id);
  }
  expect(activeWindow(display)).toBe(window.id);
  const offered = await sharer.app.evaluate(async ({ desktopCapturer }) => {
    const sources = await desktopCapturer.getSources({ types: ["window"], thumbnailSize: { width: 0, height: 0 } });
    return sources.map((source) => source.id.split(":")[1]);
  });
  expect(offered).not.toContain(id);

  window.move(200, 180);
  await until("the moved frame", follows);
  window.resize(700, 500);
  await until("the resized frame", follows);
  window.minimise();
  await until("the hidden frame", async () => (await overlay())?.visible === false);
  window.restore();
  await until("the frame again", async () => (await overlay())?.visible === true && (await follows()));

  await watchOverlayHide(sharer.app);
  const click = await watchClick(sharer.page);
  await sharer.call.press("Stop sharing");
  await until("the overlay to be gone", async () => (await overlay()) === null);
  const goneAfter = ((await overlayHiddenAt(sharer.app)) ?? Number.POSITIVE_INFINITY) - (await click.at());
  console.log(`overlay gone ${goneAfter.toFixed(0)} ms after the click`);
  await expectWithin(goneAfter, 100, "the overlay's end");
  await bars.close();
});

test("the sharer sees ink in the preview, too, and switches drawing off: it vanishes at once, on both sides", async ({
  newDesktop,
  newPerson,
  display,
}) => {
  const bars = await openColourBars(display);
  const sharer = await newDesktop("Ada Byron");
  const viewer = await newPerson("Grace Hopper");
  await shareWindow(sharer, viewer, bars);
  const window = xWindow(display, bars.title).area();
  const [mine, theirs] = [new InkPage(viewer.page), new InkPage(sharer.page)];
  await viewer.page.keyboard.press("d");
  await expect(mine.drawButton).toHaveAttribute("aria-pressed", "true");
  const line = lineIn(partOf(await mine.pictureBox(), 7));
  await mine.line(line.from, line.to);
  await until("the ink on the screen", () => inkWithin(readScreen(display), window));
  expect(await theirs.inkDrawn("onMine")).toBeGreaterThan(0);

  await theirs.allowButton.click();
  await until("the ink to be gone from the screen", () => inkWithin(readScreen(display), window) === null, 1_500);
  await expect(mine.drawButton).toHaveCount(0);
  expect(await theirs.inkDrawn("onMine")).toBe(0);
  expect(await mine.inkDrawn("onTheirs")).toBe(0);
  await mine.line(line.from, line.to);
  await seeFrames(viewer.page, remoteShare);
  expect(await theirs.inkDrawn("onMine")).toBe(0);

  await theirs.allowButton.click();
  await mine.press(mine.pointerButton);
  await viewer.page.mouse.move(line.from.x, line.from.y);
  await until("the pointer on the screen", () => inkWithin(readScreen(display), window));
  await mine.press(mine.pointerButton);
  await until("the pointer to be gone", () => inkWithin(readScreen(display), window) === null);
  await bars.close();
});

test("nothing lies over a shared X11 screen, where it would be captured; ink is seen in the preview", async ({
  newDesktop,
  newPerson,
  display,
}) => {
  const bars = await openColourBars(display);
  const sharer = await newDesktop("Ada Byron");
  const viewer = await newPerson("Grace Hopper");
  await callAbout(sharer, viewer);
  await sharer.call.press("Share a window");
  await sharer.picker.shown();
  await sharer.picker.showScreens();
  await sharer.picker.sources("Screens").first().check({ force: true });
  await sharer.picker.shareButton.click();
  await expect(viewer.call.stream("remoteShare")).toBeVisible();
  await seeFrames(viewer.page, remoteShare);
  const [mine, theirs] = [new InkPage(viewer.page), new InkPage(sharer.page)];
  await mine.press(mine.drawButton);
  const line = lineIn(partOf(await mine.pictureBox(), 7));
  await mine.line(line.from, line.to);
  await until("the ink in the preview", async () => (await theirs.inkDrawn("onMine")) > 0);
  expect(await overlayOf(sharer.app)).toBeNull();
  await bars.close();
});

test("the search for ink in the captured picture finds what has its colour", async ({
  newDesktop,
  newPerson,
  display,
}) => {
  const inked = await openPlainWindow(display, "Inked", "Paint", "#ff2d95");
  const sharer = await newDesktop("Ada Byron");
  const viewer = await newPerson("Grace Hopper");
  await shareWindow(sharer, viewer, inked);
  await watchInk(viewer.page, remoteShare);
  await until("ink in the picture", async () => (await inkReport(viewer.page)).inked > 0);
  await inked.close();
});
