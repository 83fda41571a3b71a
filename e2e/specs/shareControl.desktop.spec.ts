import { openColourBars } from "../fixtures/colourBars";
import { desktopMissing, type DesktopPerson, expect, test } from "../fixtures/desktopTest";
import { globalKeyHeard, keyDelay, watchGlobalKeys } from "../fixtures/globalKeys";
import { expectWithin } from "../fixtures/limits";
import { watchClick } from "../fixtures/moments";
import { captureStoppedAt, capturing, descriptionsApplied, picturesRunning } from "../fixtures/peerFacts";
import type { Person } from "../fixtures/person";
import { longestGap, logPictures } from "../fixtures/pictureLog";
import { barsAreRight, readStill } from "../fixtures/pictureProbe";
import { pressTray, trayOf, watchTray } from "../fixtures/trayWatch";
import { streamSelector } from "../pages/callPage";
import { shareWindowInCall } from "../fixtures/shareInCall";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");

const remoteShare = streamSelector("remoteShare");
const SWITCHES = 20;
const GAP_MS = 300;
const STOPPED_WITHIN_MS = 100;

test("the source is switched twenty times: the right picture each time, no gap, no renegotiation", async ({
  desktopPair,
  display,
}) => {
  test.setTimeout(180_000);
  const plain = await openColourBars(display);
  const mirrored = await openColourBars(display, { mirrored: true });
  display.place(mirrored.title, { x: 720, y: 300, width: 600, height: 500 });
  const [ada, grace] = await desktopPair();
  await shareWindowInCall(ada, grace, plain.title);
  const log = await logPictures(grace.page, remoteShare);
  await log.seen("plain");
  const described = await descriptionsApplied(ada.page);

  const gaps: number[] = [];
  const others: number[] = [];
  for (let turn = 1; turn <= SWITCHES; turn += 1) {
    const [bars, other] = turn % 2 === 1 ? (["mirrored", mirrored] as const) : (["plain", plain] as const);
    await log.clear();
    await ada.call.press("Share another window instead");
    await ada.picker.switchTo(other.title);
    await log.seen(bars);
    await expect(ada.call.text(`You are sharing ${other.title}`)).toBeVisible();
    const frames = await log.frames();
    const first = frames.findIndex((frame) => frame.bars === bars);
    gaps.push(longestGap(frames.slice(first - 1, first + 1)));
    others.push(longestGap(frames.slice(0, first)));
    expect(
      frames.slice(first).filter((frame) => frame.bars !== bars),
      "nothing of the first comes back",
    ).toEqual([]);
    expect((await picturesRunning(ada.page)).filter(Boolean), "the first is not captured any more").toHaveLength(1);
  }
  console.log(`gap at each switch, ms: ${gaps.map(Math.round).join(" ")}`);
  console.log(`longest gap before, while the picker is open, ms: ${others.map(Math.round).join(" ")}`);
  // Two processors pause for a moment now and then, without any switch as well: a busy machine's gaps are held against
  // those it had in the same turn before the switch, and one of twenty may be worse.
  const shares = gaps.map((gap, turn) => gap / Math.max(GAP_MS, 2 * (others[turn] ?? 0)));
  const [worst = 0, ...rest] = shares.toSorted((one, other) => other - one);
  await expectWithin(Math.max(...rest) * GAP_MS, GAP_MS, "the gap of a switch");
  await expectWithin(worst * GAP_MS, 2 * GAP_MS, "the worst gap of a switch");
  expect(await descriptionsApplied(ada.page)).toBe(described);
  await plain.close();
  await mirrored.close();
});

test("a switch that is cancelled leaves the share as it was", async ({ desktopPair, display }) => {
  const bars = await openColourBars(display);
  const [ada, grace] = await desktopPair();
  await shareWindowInCall(ada, grace, bars.title);
  const log = await logPictures(grace.page, remoteShare);
  await ada.call.press("Share another window instead");
  await ada.picker.cancelButton.click();
  await expect(ada.picker.dialog).toBeHidden();
  await expect(ada.call.text(`You are sharing ${bars.title}`)).toBeVisible();
  await log.clear();
  await log.seen("plain");
  expect((await picturesRunning(ada.page)).filter(Boolean)).toHaveLength(1);
  await bars.close();
});

test("paused, the other side keeps the last picture while the window counts on; resumed, it goes on at once", async ({
  desktopPair,
  display,
}) => {
  const bars = await openColourBars(display);
  const [ada, grace] = await desktopPair();
  await shareWindowInCall(ada, grace, bars.title);
  const log = await logPictures(grace.page, remoteShare);
  await log.seen("plain");

  await ada.call.press("Pause sharing");
  await expect(grace.call.text("Ada Byron paused")).toBeVisible();
  await expect(ada.call.text("Paused: Grace Hopper keeps the last picture")).toBeVisible();
  // What was on its way when the button was pressed has come by now.
  await grace.page.waitForTimeout(300);
  const before = (await log.frames()).at(-1);
  await log.clear();
  await grace.page.waitForTimeout(3_000);
  expect(await log.frames(), "no frame in three seconds").toEqual([]);
  const still = await readStill(grace.page, remoteShare);
  expect(barsAreRight(still)).toBe(true);
  expect(still.counter).toBe(before?.counter);

  const click = await watchClick(ada.page);
  await ada.call.press("Resume sharing");
  const first = await log.seen("plain");
  const after = first.at - (await click.at());
  console.log(`first frame ${Math.round(after)} ms after the click`);
  await expectWithin(after, GAP_MS, "the first picture after a pause");
  expect((first.counter ?? 0) - (before?.counter ?? 0)).toBeGreaterThan(50);
  await expect(grace.call.text("Ada Byron paused")).toBeHidden();
  await bars.close();
});

test("a window in which nothing moves is seen at once, after a switch to it and after a pause", async ({
  desktopPair,
  display,
}) => {
  const moving = await openColourBars(display, { mirrored: true });
  const still = await openColourBars(display, { still: true });
  display.place(still.title, { x: 720, y: 300, width: 600, height: 500 });
  const [ada, grace] = await desktopPair();
  await shareWindowInCall(ada, grace, moving.title);
  const log = await logPictures(grace.page, remoteShare);
  await log.seen("mirrored");
  await ada.call.press("Share another window instead");
  await ada.picker.switchTo(still.title);
  await log.seen("plain");
  const before = (await readStill(grace.page, remoteShare)).counter;

  await ada.call.press("Pause sharing");
  await expect(grace.call.text("Ada Byron paused")).toBeVisible();
  display.click(still.title);
  await grace.page.waitForTimeout(500);
  expect((await readStill(grace.page, remoteShare)).counter, "not while it is paused").toBe(before);
  await log.clear();
  const click = await watchClick(ada.page);
  await ada.call.press("Resume sharing");
  const first = await log.seen("plain");
  console.log(`first frame ${Math.round(first.at - (await click.at()))} ms after the click`);
  await expectWithin(first.at - (await click.at()), GAP_MS, "the first picture after a pause");
  expect(first.counter).toBe((before ?? 0) + 1);
  await moving.close();
  await still.close();
});

test.describe("R5: stopped within 100 ms", () => {
  test("by the button in the banner", async ({ desktopPair, display }) => {
    const bars = await openColourBars(display);
    const [ada, grace] = await desktopPair();
    await shareWindowInCall(ada, grace, bars.title);
    const click = await watchClick(ada.page);
    await ada.call.press("Stop");
    await expectStopped(ada, grace, await click.at());
    await bars.close();
  });

  test("by the global key, from within another program", async ({ desktopPair, display }) => {
    const bars = await openColourBars(display);
    const [ada, grace] = await desktopPair();
    await watchGlobalKeys(ada.app);
    await shareWindowInCall(ada, grace, bars.title);
    await expect(ada.call.text("Ctrl+Shift+X stops it from anywhere")).toBeVisible();
    display.raise(bars.title);
    const way = await keyDelay(ada.app, display);
    const pressed = display.pressKeys("ctrl+shift+x");
    const heard = await globalKeyHeard(ada.app, pressed);
    console.log(`heard after ${heard - pressed} ms; a key that does nothing: ${way} ms`);
    await expectStopped(ada, grace, heard);
    // X and the system bring the key; how long that takes on this machine, and now, is not the app's doing.
    await expectStopped(ada, grace, pressed + way);
    await bars.close();
  });

  test("by the tray, which is there only while something is shared", async ({ desktopPair, display }) => {
    const bars = await openColourBars(display);
    const [ada, grace] = await desktopPair();
    await watchTray(ada.app);
    await shareWindowInCall(ada, grace, bars.title);
    await expect
      .poll(() => trayOf(ada.app))
      .toEqual({
        hint: `Sightline: sharing ${bars.title}`,
        entries: ["Stop sharing (Ctrl+Shift+X)", "Pause sharing", "Show Sightline"],
      });
    await pressTray(ada.app, "Pause sharing");
    await expect(grace.call.text("Ada Byron paused")).toBeVisible();
    await pressTray(ada.app, "Resume sharing");
    await expect(grace.call.text("Ada Byron paused")).toBeHidden();
    await expectStopped(ada, grace, await pressTray(ada.app, "Stop sharing (Ctrl+Shift+X)"));
    await expect.poll(() => trayOf(ada.app)).toBeNull();
    await bars.close();
  });
});

async function expectStopped(sharer: DesktopPerson, viewer: Person, since: number): Promise<void> {
  await expect(viewer.call.stream("remoteShare")).toBeHidden();
  const stoppedAt = (await captureStoppedAt(sharer.page)) ?? Number.POSITIVE_INFINITY;
  console.log(`stopped after ${Math.round(stoppedAt - since)} ms`);
  await expectWithin(stoppedAt - since, STOPPED_WITHIN_MS, "the stop");
  expect(await capturing(sharer.page)).toBe(false);
  await expect(sharer.call.button("Share a window")).toBeVisible();
}
