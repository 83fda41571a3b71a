import { expect, test } from "@playwright/test";
import { expectNoSeriousFaults } from "../fixtures/accessibility";
import { watchPages } from "../fixtures/pageWatch";
import { barsAreRight, countsUp, type Rgb } from "../fixtures/pictureProbe";

// The instruments the other specs trust must be able to say no.

test("axe finds a planted fault", async ({ page }) => {
  await page.setContent('<html lang="en"><title>x</title><main><h1 style="color:#eee">pale</h1></main></html>');
  await expect(expectNoSeriousFaults(page)).rejects.toThrow(/color-contrast/);
});

test("the watch on pages sees a violation of the content policy and an uncaught error", async ({ context }) => {
  const watch = await watchPages(context);
  await context.route("https://watched.test/", (route) =>
    route.fulfill({
      headers: { "content-security-policy": "default-src 'none'; script-src 'self'" },
      contentType: "text/html",
      body: "<script>window.ran = true</script>",
    }),
  );
  const page = await context.newPage();
  await page.goto("https://watched.test/");
  expect(() => watch.verify()).toThrow(/script-src-elem refused inline/);
  const failing = page.evaluate(() => void Promise.reject(new Error("planted")));
  await Promise.all([context.waitForEvent("weberror"), failing]);
  expect(() => watch.verify()).toThrow(/planted/);
});

test("colour bars in another order, of another colour or frozen are told", () => {
  const right: Rgb[] = [
    [252, 3, 2],
    [1, 250, 4],
    [2, 5, 248],
    [255, 251, 8],
  ];
  expect(barsAreRight({ bars: right, counter: 1 })).toBe(true);
  expect(barsAreRight({ bars: right.toReversed(), counter: 1 })).toBe(false);
  expect(barsAreRight({ bars: right.map(() => [0, 0, 0] as const), counter: 1 })).toBe(false);
  const frames = (counters: number[]) => counters.map((counter) => ({ bars: right, counter }));
  expect(countsUp(frames([1, 2, 2, 3, 5]))).toBe(true);
  expect(countsUp(frames([1, 1, 1, 1]))).toBe(false);
  expect(countsUp(frames([5, 4, 3]))).toBe(false);
});
