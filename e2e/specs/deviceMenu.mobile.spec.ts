import { expectNoSeriousFaults } from "../fixtures/accessibility";
import { sentDevice } from "../fixtures/peerFacts";
import { expect, test } from "../fixtures/test";
import { DeviceMenuPage } from "../pages/deviceMenuPage";

test("the menu of devices at 360 px by tap: it fits, and what is chosen is sent", async ({ pair }) => {
  const [ada, grace] = await pair();
  await ada.people.select(grace.name);
  await ada.people.videoCallButton.tap();
  await grace.call.button("Accept with video").tap();
  await ada.call.expectConnected();
  const menu = new DeviceMenuPage(ada.page);
  await menu.button("Choose microphone and speaker").tap();
  const box = await menu.menu("Choose microphone and speaker").boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 360 && box.y >= 0, "inside the screen").toBe(true);
  const choice = menu.choices("Microphone").nth(1);
  expect((await choice.boundingBox())?.height, "room for a finger").toBeGreaterThanOrEqual(44);
  await expectNoSeriousFaults(ada.page);
  await choice.tap();
  await expect.poll(() => sentDevice(ada.page)).toBe(await choice.textContent());

  await ada.page.keyboard.press("Escape");
  await menu.button("Choose camera").tap();
  await expect(menu.choices("Camera").first()).toBeChecked();
  await expectNoSeriousFaults(ada.page);
  const width = await ada.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
  expect(width[0], "no sideways scrolling").toBeLessThanOrEqual(width[1]);
});
