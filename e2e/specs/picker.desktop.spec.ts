import { expectNoSeriousFaults } from "../fixtures/accessibility";
import { hasProgram } from "../fixtures/childProcess";
import { desktopMissing, type DesktopPerson, expect, meet, signUp, test } from "../fixtures/desktopTest";
import { openPlainWindow, type PlainWindow } from "../fixtures/plainWindow";
import type { Person } from "../fixtures/person";
import { voiceCall } from "../fixtures/talking";

const missing = desktopMissing() ?? (hasProgram("xterm") ? null : "needs xterm on this machine");
test.skip(missing !== null, missing ?? "");

const serial = () => Math.random().toString(36).slice(2, 8);

async function callAndPick(caller: DesktopPerson, callee: Person): Promise<void> {
  await signUp(caller);
  await meet(caller, callee);
  await voiceCall(caller, callee);
  await caller.call.press("Share a window");
  await caller.picker.shown();
}

test.describe("the picker", () => {
  let windows: PlainWindow[] = [];
  let titles: string[] = [];
  let ada: DesktopPerson;

  test.beforeEach(async ({ display, newDesktop, newPerson }) => {
    const run = serial();
    const wanted = [
      [`Resume a${run}`, "Writer"],
      [`Inbox b${run}`, "Mail"],
      [`Budget c${run}`, "Sheets"],
      [`Film d${run}`, "Player"],
      [`Notes e${run}`, "Editor"],
      [`Draft f${run}`, "Writer"],
    ] as const;
    titles = wanted.map(([title]) => title);
    windows = await Promise.all(wanted.map(([title, app]) => openPlainWindow(display, title, app)));
    ada = await newDesktop("Ada Byron");
    await callAndPick(ada, await newPerson("Grace Hopper"));
    await expect(ada.picker.sources("Windows")).toHaveCount(titles.length);
  });
  test.afterEach(() => Promise.all(windows.map((window) => window.close())));

  test("finds a window by title and app while one types, whatever the accents; Escape ends the search, then closes", async () => {
    const { picker, page } = ada;
    const found = picker.sources("Windows");
    await expect(picker.source(`${titles[0]}, Writer, window`)).toBeVisible();
    await page.keyboard.type("résumé wri");
    await expect(picker.search).toHaveValue("résumé wri");
    await expect(picker.search).toBeFocused();
    await expect(found).toHaveCount(1);
    await expect(picker.source(titles[0] ?? "")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(picker.source(titles[0] ?? "")).toBeChecked();
    await expect(picker.source(titles[0] ?? "")).toBeFocused();
    await page.keyboard.type("zzz");
    await expect(picker.text("Nothing is called “résumé wrizzz”")).toBeVisible();
    await expect(picker.shareButton).toBeDisabled();
    await expectNoSeriousFaults(page, { legacy: true });
    await page.keyboard.press("Escape");
    await expect(found).toHaveCount(titles.length);
    await expect(picker.search).toHaveValue("");
    await expect(picker.shareButton).toBeEnabled();
    await page.keyboard.press("Escape");
    await expect(picker.dialog).toBeHidden();
    await expect(ada.call.button("Share a window")).toBeVisible();
  });

  test("arrows move in two dimensions, Home and End to the ends, and a closed window does not take the focus along", async () => {
    const { picker, page } = ada;
    const radios = picker.sources("Windows");
    const ordered = await radios.evaluateAll((all) => all.map((radio) => radio.getAttribute("aria-label") ?? ""));
    const at = (index: number) => picker.source(ordered[index] ?? "");
    const rows = await radios.evaluateAll((all) => all.map((radio) => radio.getBoundingClientRect().top));
    const columns = rows.filter((top) => top === rows[0]).length;
    expect(columns).toBeGreaterThan(1);
    expect(columns).toBeLessThan(titles.length);

    await page.keyboard.press("Home");
    await expect(at(0)).toBeChecked();
    await page.keyboard.press("ArrowDown");
    await expect(at(columns)).toBeFocused();
    await expect(at(columns)).toBeChecked();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowRight");
    await expect(at(1)).toBeFocused();
    await page.keyboard.press("End");
    await expect(at(titles.length - 1)).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(at(titles.length - 1)).toBeChecked();

    await page.keyboard.press("Home");
    const focused = windows.find(({ title }) => ordered[0]?.startsWith(title));
    await focused?.close();
    await expect(radios).toHaveCount(titles.length - 1);
    await expect(at(1)).toBeFocused();
    await expect(picker.shareButton).toBeDisabled();
    await page.keyboard.press("Space");
    await expect(at(1)).toBeChecked();
    await page.keyboard.press("Enter");
    await expect(picker.dialog).toBeHidden();
    await expect(ada.call.text(/You are sharing/)).toBeVisible();
  });

  test("says which sound goes along and why another is missing, and starts the next time at what was shared", async () => {
    const { picker, page } = ada;
    const film = titles[3] ?? "";
    await expect(picker.text("Choose what to share, then its sound.")).toBeVisible();
    await picker.choose(film);
    await expect(picker.sound("Sound of Player")).toBeDisabled();
    await expect(picker.sound("All sound except Sightline")).toBeDisabled();
    await expect(picker.sound("No sound")).toBeChecked();
    await expect(picker.text(/Install pipewire-bin/)).toBeVisible();
    await expectNoSeriousFaults(page, { legacy: true });
    await picker.shareButton.click();
    await expect(ada.call.text(`You are sharing ${film}`)).toBeVisible();
    await page.keyboard.press("s");
    await expect(ada.call.button("Share a window")).toBeVisible();

    await ada.call.press("Share a window");
    await expect(picker.source(film)).toBeChecked();
    await expect(picker.source(film)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(ada.call.text(`You are sharing ${film}`)).toBeVisible();
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).toContain("sightline.shares");
    expect(kept).not.toContain(film);
    expect(kept).not.toContain("Player");
  });
});
