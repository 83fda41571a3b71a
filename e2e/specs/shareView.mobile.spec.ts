import { devices } from "@playwright/test";
import { expectNoSeriousFaults } from "../fixtures/accessibility";
import { drag, tapTwice } from "../fixtures/fingers";
import { sameColour } from "../fixtures/pictureProbe";
import { colourAt } from "../fixtures/screenColour";
import { shareTabInCall } from "../fixtures/shareInCall";
import { expect, test } from "../fixtures/test";

/** The sharer sits at a computer. */
const computer = { context: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } } };
const NEAR = 1.5;

test("at 360 px a share is seen, sized and moved by fingers", async ({ pair }) => {
  const [ada, grace] = await pair({ first: computer });
  const view = await shareTabInCall(ada, grace);
  const { page } = grace;
  const room = await view.viewBox();
  const middle = { x: Math.round(room.x + room.width / 2), y: Math.round(room.y + room.height / 2) };
  const fitted = await view.pictureBox();
  expect(Math.abs(fitted.width - room.width), "as wide as the phone").toBeLessThan(NEAR);

  await test.step("two fingers apart: twice as large, with what was between them still there", async () => {
    const place = await view.placeAt(middle);
    await drag(
      page,
      [
        { x: middle.x - 50, y: middle.y },
        { x: middle.x + 50, y: middle.y },
      ],
      [
        { x: middle.x - 100, y: middle.y },
        { x: middle.x + 100, y: middle.y },
      ],
    );
    await expect.poll(async () => (await view.pictureBox()).width / fitted.width).toBeCloseTo(2, 1);
    expect(Math.abs((await view.pointAt(place.x, place.y)).x - middle.x)).toBeLessThan(NEAR);
  });

  await test.step("one finger moves it, to its left edge and no further", async () => {
    await drag(page, [{ x: room.x + 40, y: middle.y }], [{ x: room.x + room.width - 20, y: middle.y }]);
    const box = await view.pictureBox();
    expect(Math.abs(box.x - room.x)).toBeLessThan(NEAR);
    const red = await colourAt(page, { x: room.x + 20, y: box.y + box.height / 4 });
    expect(sameColour(red, [255, 0, 0], 60), "its red left edge").toBe(true);
  });

  await test.step("fingers together: not smaller than what fits", async () => {
    await drag(
      page,
      [
        { x: middle.x - 120, y: middle.y },
        { x: middle.x + 120, y: middle.y },
      ],
      [
        { x: middle.x - 20, y: middle.y },
        { x: middle.x + 20, y: middle.y },
      ],
    );
    await view.shown();
    expect((await view.pictureBox()).width).toBeCloseTo(fitted.width, 0);
  });

  await test.step("one thumb: two taps enlarge, two more show all", async () => {
    await tapTwice(page, middle);
    await expect.poll(async () => (await view.pictureBox()).width / fitted.width).toBeGreaterThan(2);
    await tapTwice(page, middle);
    await view.shown();
  });
});

test("at 360 px a tap brings the toolbar, which fits; full screen, volume and original size by thumb", async ({
  pair,
}) => {
  const [ada, grace] = await pair({ first: computer });
  const view = await shareTabInCall(ada, grace);
  const { page } = grace;
  await expect(view.toolbar).toHaveCSS("opacity", "0");
  const room = await view.viewBox();
  await page.touchscreen.tap(room.x + 20, room.y + room.height / 2);
  await expect(view.toolbar).toHaveCSS("opacity", "1");
  await expectNoSeriousFaults(page);
  await view.wake();
  for (const button of await view.toolbar.getByRole("button").all()) {
    const box = await button.boundingBox();
    if (!box) throw new Error("a button is not on the screen");
    expect(Math.min(box.width, box.height), "a thumb hits it").toBeGreaterThanOrEqual(44);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(360);
  }
  await view.wake();
  await view.button("Original size (1:1)").tap();
  await expect(view.button("Original size (1:1)")).toHaveAttribute("aria-pressed", "true");
  await view.wake();
  await view.button("Mute the share").tap();
  await expect.poll(() => view.soundOut()).toEqual({ volume: 0, muted: true });
  await view.wake();
  await view.button("Full screen").tap();
  await view.expectFullScreen(true);
  await view.wake();
  await view.button("Leave full screen").tap();
  await view.expectFullScreen(false);
});
