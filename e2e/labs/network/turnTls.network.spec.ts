import { expectWithin } from "../../fixtures/limits";
import { packetsReceived } from "../../fixtures/peerFacts";
import { until } from "../../fixtures/until";
import { expect, labMissing, pairAtHome, test } from "./networkTest";
import { selectedPath } from "./pathFacts";

const missing = labMissing();
test.skip(missing !== null, missing ?? "");

const CONNECT_MS = 3_000;

test("F11: with UDP and plain TCP blocked on both sides, calls connect by TURN over TLS within 3 s, the certificate checked", async ({
  newLab,
}) => {
  const lab = await newLab({ trust: "ours" });
  for (const side of ["a", "b"] as const) lab.setNat(side, "tlsOnly");
  const [ada, grace] = await pairAtHome(lab);
  const took: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await ada.people.call(grace.name, "video");
    await grace.call.expectIncoming(ada.name);
    const began = performance.now();
    await grace.call.press("Accept with video");
    await Promise.all([ada.call.expectConnected(), grace.call.expectConnected()]);
    took.push(Math.round(performance.now() - began));
    for (const { page } of [ada, grace]) {
      const path = await until("a path", () => selectedPath(page));
      expect(path).toMatchObject({ kind: "relayed", localType: "relay", toRelay: "tls" });
      const before = await packetsReceived(page);
      await expect.poll(() => packetsReceived(page)).toBeGreaterThan(before + 20);
    }
    await ada.call.press("Hang up");
    for (const { call } of [ada, grace]) await call.close();
  }
  console.log(`TURN over TLS, accept to connected on both sides, ms: ${took.join(", ")}`);
  await expectWithin(Math.max(...took), CONNECT_MS, "accept to connected");
});

test("a relay whose certificate is not trusted is never used: the call ends with the reason", async ({ newLab }) => {
  const lab = await newLab({ trust: "none" });
  for (const side of ["a", "b"] as const) lab.setNat(side, "tlsOnly");
  const [ada, grace] = await pairAtHome(lab);
  await ada.people.call(grace.name, "audio");
  await grace.call.press("Accept call");
  await expect(ada.call.button("Check the connection")).toBeVisible({ timeout: 60_000 });
  await ada.call.expectEnded(/No connection to .* could be made/);
});
