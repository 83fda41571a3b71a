import { userMediaConstraints } from "../fixtures/peerFacts";
import { type EvenLab, startEvenLab } from "../labs/network/evenLab";
import { namespacesMissing } from "../labs/network/namespaces";
import { expect, pairAtHome, test } from "../labs/network/networkTest";
import { momentScripts } from "./callSetup/callMoments";
import { startContestServers } from "./callSetup/contestServers";
import { type Driver, driveContestant, driveOurs } from "./callSetup/drivers";
import { type Arm, recordCallSetup, type Round } from "./callSetup/setupFigures";
import type { Way } from "./callSetup/ways/contestant";
import { bundlePage } from "./pageBundle";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 10);
const roundTrips = [0, 100, 200];
const ways: readonly Way[] = ["warm", "cold", "peerjs", "simple-peer"];
const PAGE_PORT = 8740;

/**
 * By then what can be done while it rings is done, and nothing is left of the call before, as with people: a browser goes on
 * drawing its own sign for the camera for two seconds, and keeps the process that opens cameras for five.
 */
const ringMs = (roundTrip: number) => 6000 + 4 * roundTrip;

async function driveAll(lab: EvenLab): Promise<ReadonlyMap<Arm, Driver>> {
  const browsers = { caller: await lab.browserAt("a"), callee: await lab.browserAt("b") };
  const homes = { server: lab.server, browserAt: (side: "a" | "b") => browsers[side === "a" ? "caller" : "callee"] };
  const [ada, grace] = await pairAtHome(homes, async (page) => {
    for (const path of momentScripts) await page.addInitScript({ path });
  });
  await ada.people.select(grace.name);
  const ours = driveOurs(ada, grace);
  await ours.call(ringMs(0));
  const constraints = await userMediaConstraints(ada.page);
  expect(constraints).toMatchObject({ audio: expect.anything(), video: expect.anything() });
  const script = await bundlePage("callSetup/contestPage.ts");
  const drivers = new Map<Arm, Driver>([["ours", ours]]);
  for (const way of ways) {
    drivers.set(way, await driveContestant({ browsers, pagePort: PAGE_PORT, script, constraints }, way));
  }
  return drivers;
}

test("accept to first remote frame on both sides, against bare connections, PeerJS and simple-peer", async () => {
  expect(namespacesMissing(), "why this machine cannot run it").toBeNull();
  const lab = await startEvenLab({ pagePorts: [PAGE_PORT] });
  const stopServers = await startContestServers(lab.spaces);
  try {
    const drivers = [...(await driveAll(lab))];
    const rounds: Round[] = [];
    for (const roundTrip of roundTrips) {
      lab.setRoundTrip(roundTrip);
      // The first call of each is slow (cold code, another line than before) and is not counted.
      for (let round = -1; round < ROUNDS; round += 1) {
        const turn = (round + drivers.length) % drivers.length;
        for (const [arm, driver] of [...drivers.slice(turn), ...drivers.slice(0, turn)]) {
          const moments = await driver.call(ringMs(roundTrip));
          if (round >= 0) rounds.push({ arm, roundTrip, moments });
        }
      }
    }
    expect(
      recordCallSetup(
        rounds,
        drivers.map(([arm]) => arm),
      ),
      "over budget",
    ).toEqual([]);
  } finally {
    stopServers();
    await lab.close();
  }
});
