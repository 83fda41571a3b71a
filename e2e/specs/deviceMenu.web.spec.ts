import { expectNoSeriousFaults } from "../fixtures/accessibility";
import { descriptionsApplied, sentDevice, sentProcessing, voiceSink } from "../fixtures/peerFacts";
import { expect, test } from "../fixtures/test";
import { expectVoice } from "../fixtures/voiceLevel";
import { DeviceMenuPage } from "../pages/deviceMenuPage";
import { RoomPage } from "../pages/roomPage";
import { voiceCall } from "../fixtures/talking";

test("what happens to my voice is chosen before a call, remembered, and changed in the call without renegotiation", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  await ada.people.openSettings();
  await expectVoice(ada.settings.level);
  await ada.settings.processing("Noise suppression").click();
  await expectNoSeriousFaults(ada.page);
  await ada.page.reload();
  await ada.people.openSettings();
  await expect(ada.settings.processing("Noise suppression")).not.toBeChecked();
  await expect(ada.settings.processing("Echo cancellation")).toBeChecked();
  await ada.settings.close();

  await voiceCall(ada, grace);
  await expect.poll(() => sentProcessing(ada.page)).toEqual({ noise: false, echo: true });
  const before = await descriptionsApplied(ada.page);
  await ada.call.press("Settings");
  await ada.settings.processing("Noise suppression").click();
  await ada.settings.processing("Echo cancellation").click();
  await expect.poll(() => sentProcessing(ada.page)).toEqual({ noise: true, echo: false });
  expect(await descriptionsApplied(ada.page)).toBe(before);
});

test("another microphone and speaker in the call by its menu: sent and played at once, without renegotiation", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  await voiceCall(ada, grace);
  const menu = new DeviceMenuPage(ada.page);
  const before = await descriptionsApplied(ada.page);
  await menu.open("Choose microphone and speaker");
  await expectVoice(menu.level);
  await expect(menu.choice("Microphone", /^Same as system/)).toBeChecked();
  await expectNoSeriousFaults(ada.page);

  const fake = menu.choice("Microphone", "Fake Audio Input 2");
  await fake.click();
  await expect(fake, "the menu stays while one tries").toBeChecked();
  await expect.poll(() => sentDevice(ada.page)).toBe("Fake Audio Input 2");
  await menu.choice("Speaker", "Fake Audio Output 2").click();
  await expect.poll(() => voiceSink(ada.page)).toBe("Fake Audio Output 2");
  await menu.processing("Noise suppression").click();
  await expect.poll(() => sentProcessing(ada.page)).toEqual({ noise: false, echo: true });
  expect(await descriptionsApplied(ada.page)).toBe(before);
  await menu.choice("Microphone", /^Same as system/).click();
  await expect.poll(() => sentDevice(ada.page)).not.toBe("Fake Audio Input 2");
});

test("the menu by keyboard: the chosen one has the focus, arrows and ends, Escape gives the focus back", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  await voiceCall(ada, grace);
  const menu = new DeviceMenuPage(ada.page);
  const button = menu.button("Choose microphone and speaker");
  await button.focus();
  await ada.page.keyboard.press("Enter");
  await expect(menu.choice("Microphone", /^Same as system/)).toBeFocused();
  await ada.page.keyboard.press("ArrowDown");
  await expect(menu.choices("Microphone").nth(1)).toBeFocused();
  await ada.page.keyboard.press("Space");
  await expect(menu.choices("Microphone").nth(1)).toBeChecked();
  await ada.page.keyboard.press("End");
  await expect(menu.processing("Even loudness")).toBeFocused();
  await ada.page.keyboard.press("Enter");
  await expect(menu.processing("Even loudness")).not.toBeChecked();
  await ada.page.keyboard.press("ArrowDown");
  await expect(menu.choices("Microphone").first()).toBeFocused();
  await ada.page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute("aria-expanded", "false");
});

test("in front of a room: the same menus, and what is chosen there goes into the call", async ({ newPerson }) => {
  const ada = await newPerson("Ada Byron");
  await new RoomPage(ada.page).create("Tea");
  const menu = new DeviceMenuPage(ada.page);
  await menu.open("Choose camera");
  await menu.choices("Camera").nth(1).click();
  await expect(menu.choices("Camera").nth(1)).toBeChecked();
  await expectNoSeriousFaults(ada.page);
  await ada.page.keyboard.press("Escape");
  await menu.open("Choose microphone and speaker");
  await menu.processing("Echo cancellation").click();
  await expect(menu.processing("Echo cancellation")).not.toBeChecked();
});
