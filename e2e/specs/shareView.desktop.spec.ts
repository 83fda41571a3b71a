import { desktopMissing, expect, test } from "../fixtures/desktopTest";
import { expectNoSeriousFaults } from "../fixtures/accessibility";
import { seeFrames } from "../fixtures/pictureProbe";
import { openSharedTab } from "../fixtures/sharedTab";
import { streamSelector } from "../pages/callPage";
import { ShareViewPage } from "../pages/shareViewPage";
import { voiceCall } from "../fixtures/talking";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");

test("in the app a share is zoomed, fills the screen, and floats above all windows until it ends", async ({
  desktopPair,
  display,
}) => {
  const [ada, grace] = await desktopPair();
  await openSharedTab(grace.context);
  await voiceCall(ada, grace);
  await grace.call.press("Share a window");
  const view = new ShareViewPage(ada.page, grace.name);
  await view.shown();
  await ada.page.keyboard.press("1");
  await expect(view.button("Original size (1:1)")).toHaveAttribute("aria-pressed", "true");
  await expectNoSeriousFaults(ada.page, { legacy: true });

  await ada.page.keyboard.press("f");
  await view.expectFullScreen(true);
  await ada.page.keyboard.press("f");
  await view.expectFullScreen(false);

  await view.openToolbar();
  await view.button("Own window, always on top").click();
  await view.expectFloating(true);
  await expect.poll(() => display.windowsAbove(), "the system's window lies above all").toContain("Picture in picture");
  await seeFrames(ada.page, streamSelector("remoteShare"), 5);
  await view.bringBack.click();
  await view.expectFloating(false);
  await expect.poll(() => display.windowsAbove()).not.toContain("Picture in picture");

  await view.openToolbar();
  await view.button("Own window, always on top").click();
  await view.expectFloating(true);
  await grace.call.press("Stop sharing");
  await expect(view.frame).toHaveCount(0);
  await view.expectFloating(false);
  await expect.poll(() => display.windowsAbove()).not.toContain("Picture in picture");
});
