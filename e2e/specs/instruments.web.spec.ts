import { expect, test } from "@playwright/test";
import { expectNoSeriousFaults } from "../fixtures/accessibility";
import { watchPages } from "../fixtures/pageWatch";
import { leaksIn } from "../fixtures/secretWatch";
import { barsAreRight, type BarsFrame, countingFaults, type Rgb } from "../fixtures/pictureProbe";

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
  expect(countingFaults(frames([1, 2, 2, 3, 5]))).toEqual([]);
  expect(countingFaults(frames([1, 1, 1, 1]))).toEqual([expect.stringContaining("1 counters in 4 frames")]);
  expect(countingFaults(frames([5, 4, 3]))).toHaveLength(2);
  const white: BarsFrame = { bars: right.map(() => [245, 245, 245] as const), counter: 8191 };
  expect(countingFaults([...frames([1, 2]), white, ...frames([3])])).toEqual([]);
});

test.describe("R14 R44: the search for secrets", () => {
  const mail =
    "To: ada@example.org\r\n\r\nYour code:\r\n\r\n    K7M2QX\r\n\r\nOr open https://calls.test/#/password/3fJ9_kd=\r\n82nB-x0wPqLz7.\r\n";
  const session = "m7Yt2-tokenOfASession";
  const quiet =
    '{"event":"call:accept","callId":"7c9e6679-7425-40de-944b-e07fc1f90ae7","ms":123456} is ready at http://127.0.0.1:8080';

  test("finds nothing where nothing is told, and a mailed code in its mail alone", () => {
    expect(leaksIn(quiet, [mail], new Set([session, "wooden spoon", "123 456", "K7M2QX", "ada@example.org"]))).toEqual(
      [],
    );
  });

  for (const [what, planted] of [
    ["a session's cookie", `{"cookie":"${session}"}`],
    ["a password", '{"body":{"password":"wooden spoon"}}'],
    ["a mailed code", '{"tried":"K7M2QX"}'],
    ["a mailed link's token", '{"url":"/api/password/3fJ9_kd82nB-x0wPqLz7"}'],
    ["an e-mail address", '{"to":"ada@example.org"}'],
    ["an address of the network", '{"from":"192.168.1.20"}'],
    ["a session description", '{"sdp":"v=0\\r\\no=- 1"}'],
    ["a candidate", "candidate:1 1 udp 2122260223 host"],
  ] as const) {
    test(`finds ${what} in the log`, () => {
      expect(leaksIn(`${quiet}\n${planted}`, [mail], new Set([session, "wooden spoon"]))).not.toEqual([]);
    });
  }

  test("finds a password and a session's cookie in a mail", () => {
    const secrets = new Set([session, "wooden spoon"]);
    for (const secret of secrets)
      expect(leaksIn(quiet, [`${mail}${secret}`], secrets)).toEqual([`a mail holds ${secret}`]);
  });
});
