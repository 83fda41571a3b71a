import { chromium } from "@playwright/test";
import { expectNoSeriousFaults } from "../fixtures/accessibility";
import { colourAt, seeChanges, sharpness } from "../fixtures/screenColour";
import { callBrowserOptions } from "../fixtures/chromiumLaunch";
import { befriend } from "../fixtures/person";
import { shareTabInCall } from "../fixtures/shareInCall";
import { sameColour, seeFrames } from "../fixtures/pictureProbe";
import { TAB_TONE_HERTZ } from "../fixtures/sharedTab";
import { expectTone, listen } from "../fixtures/soundProbe";
import { expect, test } from "../fixtures/test";
import { streamSelector } from "../pages/callPage";

/** Layout and the snap to a device pixel may differ by this, CSS px. */
const NEAR = 1;

test("fit, original size and zoom by button, mouse and key; each place of the picture stays what it is", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  const view = await shareTabInCall(ada, grace);
  const { page } = grace;
  const room = await view.viewBox();

  await test.step("fit: all of it, in the middle", async () => {
    const box = await view.pictureBox();
    expect(Math.min(room.width - box.width, room.height - box.height)).toBeLessThan(NEAR);
    expect(Math.abs(box.x - room.x - (room.width - box.width) / 2)).toBeLessThan(NEAR);
    expect(Math.abs(box.y - room.y - (room.height - box.height) / 2)).toBeLessThan(NEAR);
  });

  await test.step("original: one video pixel on one device pixel", async () => {
    await page.keyboard.press("1");
    await expect(view.button("Original size (1:1)")).toHaveAttribute("aria-pressed", "true");
    await expect(view.button("Fit to view")).toHaveAttribute("aria-pressed", "false");
    await expect(async () => {
      const [box, video] = [await view.pictureBox(), await view.arriving()];
      expect(box.width).toBeCloseTo(video.width / video.pixelRatio, 1);
      expect(box.height).toBeCloseTo(video.height / video.pixelRatio, 1);
    }).toPass();
    await expect(view.said).toHaveText("Original size");
  });

  await test.step("double click: fit and original in turn", async () => {
    await page.mouse.dblclick(room.x + room.width / 2, room.y + room.height / 2);
    await view.shown();
    await page.mouse.dblclick(room.x + room.width / 2, room.y + room.height / 2);
    await expect(view.button("Original size (1:1)")).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("0");
    await view.shown();
    await expect(view.said).toHaveText("Fits the view");
  });

  await test.step("Ctrl and wheel: the place under the pointer stays under it", async () => {
    // On the border of the green and the blue bar.
    const border = await view.pointAt(0.5, 0.25);
    // A wheel tells whole px.
    const at = { x: Math.round(border.x), y: Math.round(border.y) };
    const place = await view.placeAt(at);
    await page.mouse.move(at.x, at.y);
    await page.keyboard.down("Control");
    for (let notch = 0; notch < 6; notch += 1) await page.mouse.wheel(0, -100);
    await page.keyboard.up("Control");
    await expect.poll(async () => (await view.pictureBox()).width).toBeGreaterThan(room.width * 3);
    const now = await view.pointAt(place.x, place.y);
    expect(Math.abs(now.x - at.x)).toBeLessThanOrEqual(NEAR);
    expect(Math.abs(now.y - at.y)).toBeLessThanOrEqual(NEAR);
    expect(sameColour(await colourAt(page, { x: at.x - 12, y: at.y }), [0, 255, 0], 60), "green left of it").toBe(true);
    expect(sameColour(await colourAt(page, { x: at.x + 12, y: at.y }), [0, 0, 255], 60), "blue right of it").toBe(true);
    await expect(view.said).toHaveText(/^Zoom \d+%$/);
  });

  await test.step("dragging moves it by what the pointer moved, but not past its edge", async () => {
    const before = await view.pictureBox();
    const start = { x: room.x + room.width / 2, y: room.y + room.height / 2 };
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 60, start.y + 25, { steps: 4 });
    await page.mouse.up();
    const moved = await view.pictureBox();
    expect(Math.abs(moved.x - before.x - 60)).toBeLessThanOrEqual(NEAR);
    expect(Math.abs(moved.y - before.y - 25)).toBeLessThanOrEqual(NEAR);
    for (let pull = 0; pull < 6; pull += 1) {
      await page.mouse.move(room.x + 5, room.y + 5);
      await page.mouse.down();
      await page.mouse.move(room.x + room.width - 5, room.y + room.height - 5, { steps: 3 });
      await page.mouse.up();
    }
    const corner = await view.pictureBox();
    expect(Math.abs(corner.x - room.x)).toBeLessThanOrEqual(NEAR);
    expect(Math.abs(corner.y - room.y)).toBeLessThanOrEqual(NEAR);
    expect(
      sameColour(await colourAt(page, { x: room.x + 12, y: room.y + 120 }), [255, 0, 0], 60),
      "its red left edge",
    ).toBe(true);
  });

  await test.step("arrows move it", async () => {
    const before = await view.pictureBox();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await expect.poll(async () => (await view.pictureBox()).x).toBeCloseTo(before.x - 80, 0);
    expect((await view.pictureBox()).y).toBeCloseTo(before.y - 80, 0);
  });

  await test.step("plus and minus step through round sizes, up to 800 %", async () => {
    for (let step = 0; step < 15; step += 1) await page.keyboard.press("+");
    await expect(view.said).toHaveText("Zoom 800%");
    await expect(view.picture).toHaveCSS("image-rendering", "pixelated");
    await page.keyboard.press("-");
    await expect(view.said).toHaveText("Zoom 600%");
  });
  await expectNoSeriousFaults(page);
});

test("full screen and back, by button and by key, with the toolbar and the volume", async ({ pair }) => {
  const [ada, grace] = await pair();
  const view = await shareTabInCall(ada, grace);
  const { page } = grace;
  const before = await view.viewBox();
  await view.openToolbar();
  await view.button("Full screen").click();
  await view.expectFullScreen(true);
  await expect(view.volume).toBeVisible();
  await expect(view.button("Leave full screen")).toBeVisible();
  await expect(async () => {
    const [screen, picture] = [await view.viewBox(), await view.pictureBox()];
    expect(screen.width).toBeGreaterThan(before.width);
    expect(Math.min(screen.width - picture.width, screen.height - picture.height)).toBeLessThan(NEAR);
  }).toPass();
  // It hides after three seconds, which a busy machine may have needed to get here.
  await view.openToolbar();
  await view.button("Leave full screen").click();
  await view.expectFullScreen(false);
  await page.keyboard.press("f");
  await view.expectFullScreen(true);
  await page.keyboard.press("f");
  await view.expectFullScreen(false);
  await expect.poll(() => view.viewBox()).toEqual(before);
});

test("the key pressed again before the page could hear that the view is full: it leaves", async ({ pair }) => {
  const [ada, grace] = await pair();
  const view = await shareTabInCall(ada, grace);
  const { page } = grace;
  await page.evaluate(() => {
    const pressedAgain = new Promise<void>((done) => {
      const press = () => {
        window.dispatchEvent(new KeyboardEvent("keydown", { key: "f" }));
        done();
      };
      // The window's own comes before everybody else's.
      addEventListener("fullscreenchange", press, { capture: true, once: true });
    });
    Object.assign(window, { pressedAgain });
  });
  await page.keyboard.press("f");
  await page.evaluate(() => (window as unknown as Record<string, Promise<void>>).pressedAgain);
  await view.expectFullScreen(false);
});

test("where no element can have the whole screen it fills the window, and Escape leaves", async ({ pair }) => {
  const withoutFullScreen = "Object.defineProperty(document, 'fullscreenEnabled', { value: undefined });";
  const [ada, grace] = await pair({ second: { scripts: [{ content: withoutFullScreen }] } });
  const view = await shareTabInCall(ada, grace);
  await view.openToolbar();
  await view.button("Full screen").click();
  await expect.poll(() => view.viewBox()).toEqual({ x: 0, y: 0, ...grace.page.viewportSize() });
  await expectNoSeriousFaults(grace.page);
  await grace.page.keyboard.press("Escape");
  await expect(view.button("Full screen")).toBeVisible();
  await expect(grace.call.button("Hang up")).toBeInViewport();
});

test("the share's own volume: slider and mute, by mouse and by keyboard, the voice stays as it is", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  const view = await shareTabInCall(ada, grace);
  await expect.poll(() => view.soundOut()).toEqual({ volume: 1, muted: false });
  await view.openToolbar();
  await view.volume.fill("40");
  await expect.poll(() => view.soundOut()).toEqual({ volume: 0.4, muted: false });
  await view.volume.focus();
  await grace.page.keyboard.press("ArrowRight");
  await expect.poll(() => view.soundOut()).toEqual({ volume: 0.45, muted: false });
  await view.button("Mute the share").focus();
  await grace.page.keyboard.press("Enter");
  await expect.poll(() => view.soundOut()).toEqual({ volume: 0, muted: true });
  await expect(view.volume).toHaveValue("0");
  await grace.page.keyboard.press("Enter");
  await expect.poll(() => view.soundOut()).toEqual({ volume: 0.45, muted: false });
  expect(await grace.call.stream("remoteVoice").evaluate((voice) => (voice as HTMLAudioElement).volume)).toBe(1);
});

test("where the browser leaves the volume alone, as on iPhones, the share is quieter all the same", async ({
  pair,
}) => {
  const fixedVolume = "Object.defineProperty(HTMLMediaElement.prototype, 'volume', { get: () => 1, set() {} });";
  const [ada, grace] = await pair({ second: { scripts: [{ content: fixedVolume }] } });
  const view = await shareTabInCall(ada, grace);
  const sound = streamSelector("remoteShareSound");
  await expectTone(grace.page, sound, TAB_TONE_HERTZ, -50);
  const full = await listen(grace.page, sound, TAB_TONE_HERTZ);
  await view.openToolbar();
  await view.volume.fill("25");
  const quarter = 20 * Math.log10(0.25);
  await expect(async () => {
    const { band } = await listen(grace.page, sound, TAB_TONE_HERTZ);
    expect(Math.abs(band - full.band - quarter)).toBeLessThan(2);
  }).toPass();
  await view.volume.fill("100");
  await expect(async () => {
    const { band } = await listen(grace.page, sound, TAB_TONE_HERTZ);
    expect(Math.abs(band - full.band)).toBeLessThan(2);
  }).toPass();
  await view.button("Mute the share").click();
  await expect.poll(async () => (await view.soundOut()).muted).toBe(true);
});

test("the toolbar hides while nobody needs it, but not from the keyboard", async ({ pair }) => {
  const [ada, grace] = await pair();
  const view = await shareTabInCall(ada, grace);
  await expect(view.toolbar).toHaveCSS("opacity", "0");
  await view.frame.hover({ position: { x: 10, y: 200 } });
  await expect(view.toolbar).toHaveCSS("opacity", "1");
  await grace.page.mouse.move(2, 2);
  await expect(view.toolbar).toHaveCSS("opacity", "0");
  await view.button("Zoom in").focus();
  await grace.page.keyboard.press("Tab");
  await expect(view.button("Fit to view")).toBeFocused();
  await expect(view.toolbar).toHaveCSS("opacity", "1");
  // Longer than it stays for a pointer: that it goes on staying has no event to wait for.
  await grace.page.waitForTimeout(4000);
  await expect(view.toolbar).toHaveCSS("opacity", "1");
});

test("the pop-out: a window of its own in which zoom works, and back; it ends with the share", async ({ pair }) => {
  const [ada, grace] = await pair();
  const view = await shareTabInCall(ada, grace);
  await view.openToolbar();
  const opened = grace.context.waitForEvent("page");
  await view.button("Own window, always on top").click();
  const window = await opened;
  await expect(view.bringBack).toBeVisible();
  const outside = view.in(window);
  await outside.shown();
  await seeFrames(window, streamSelector("remoteShare"), 5);
  expect(await window.evaluate(() => [document.title, document.documentElement.lang])).toEqual([
    "Ada Byron's shared window",
    "en",
  ]);
  await expect(outside.button("Full screen"), "a floating window has none").toHaveCount(0);
  await window.screenshot({ path: "test-results/screens/pop-out.png" });
  await grace.page.screenshot({ path: "test-results/screens/popped-out.png" });
  await window.keyboard.press("1");
  await expect(outside.button("Original size (1:1)")).toHaveAttribute("aria-pressed", "true");
  await view.bringBack.click();
  await expect.poll(() => window.isClosed()).toBe(true);
  await seeChanges(grace.page, await view.pictureBox(), 5);
  await expect(view.button("Original size (1:1)")).toHaveAttribute("aria-pressed", "true");

  await view.openToolbar();
  const again = grace.context.waitForEvent("page");
  await view.button("Own window, always on top").click();
  const second = await again;
  await seeChanges(second, await view.in(second).pictureBox(), 5);
  await ada.call.press("Stop sharing");
  await expect.poll(() => second.isClosed()).toBe(true);
  await expect(view.frame).toHaveCount(0);
});

for (const pixelRatio of [1, 1.5, 2]) {
  test(`original size is exact to the pixel, and 200 % is not smeared, at ${pixelRatio} device px per px`, async ({
    server,
    newPerson,
  }) => {
    const browser = await chromium.launch(callBrowserOptions({ pixelRatio }));
    const ada = await newPerson("Ada Byron");
    const screen = { viewport: null, deviceScaleFactor: undefined };
    const grace = await newPerson("Grace Hopper", { browser, context: screen });
    await befriend(server, ada, grace);
    const view = await shareTabInCall(ada, grace);
    await view.showFinePattern({ width: 1900, height: 1301 });
    const room = await view.viewBox();
    const [x, y] = [room.x + room.width / 2, room.y + room.height / 2];
    const patch = { x: Math.round(x), y: Math.round(y), width: 80, height: 60 };
    await grace.page.mouse.move(2, 2);
    await expect(view.toolbar).toHaveCSS("opacity", "0");
    expect(await sharpness(grace.page, patch), "the control: smeared while it is made to fit").toBeLessThan(0.5);
    await grace.page.keyboard.press("1");
    await expect.poll(() => sharpness(grace.page, patch)).toBe(1);
    await grace.page.keyboard.press("ArrowRight");
    await expect.poll(() => sharpness(grace.page, patch), "moved").toBe(1);
    for (let step = 0; step < 3; step += 1) await grace.page.keyboard.press("+");
    // Two of two neighbours belong to one video pixel: every other pair differs.
    await expect.poll(() => sharpness(grace.page, patch)).toBeCloseTo(0.5, 1);
    await browser.close();
  });
}
