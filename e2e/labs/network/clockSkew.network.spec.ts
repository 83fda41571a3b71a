import { clockSkewScript } from "../../fixtures/clockSkew";
import { packetsReceived } from "../../fixtures/peerFacts";
import { until } from "../../fixtures/until";
import { expect, labMissing, pairAtHome, test } from "./networkTest";
import { selectedPath } from "./pathFacts";

const missing = labMissing();
test.skip(missing !== null, missing ?? "");

test("F22: coturn takes the credentials of people whose clocks are 10 min off, one early and one late", async ({
  newLab,
}) => {
  const lab = await newLab();
  for (const side of ["a", "b"] as const) lab.setNat(side, "symmetric");
  const skews = [10, -10];
  const [ada, grace] = await pairAtHome(lab, async (page) => {
    await page.addInitScript(clockSkewScript(skews.shift() ?? 0));
  });
  await ada.people.call(grace.name, "audio");
  await grace.call.press("Accept call");
  for (const { call } of [ada, grace]) await call.expectConnected();
  for (const { page } of [ada, grace]) {
    const wrong = await page.evaluate(() => Date.now());
    expect(Math.abs(wrong - Date.now())).toBeGreaterThan(9 * 60_000);
    expect(await until("a path", () => selectedPath(page))).toMatchObject({ kind: "relayed" });
    const before = await packetsReceived(page);
    await expect.poll(() => packetsReceived(page)).toBeGreaterThan(before + 20);
  }
});
