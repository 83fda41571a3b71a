import { userMediaConstraints } from "../fixtures/peerFacts";
import { befriend, type Person } from "../fixtures/person";
import { expect, test } from "../fixtures/test";
import { streamSelector } from "../pages/callPage";
import { recordFigures } from "./figures";
import { arm, clickToFrames, firstFrameScript } from "./firstFrame";
import { openFloor } from "./floorCall";

const RUNS = Math.max(9, Number(process.env.BENCH_RUNS ?? 15));
const remoteCamera = streamSelector("remoteCamera");

/** One call through the screens and the real server; ends back at the people on both sides. */
async function ourCall(caller: Person, callee: Person): Promise<number> {
  await caller.people.videoCallButton.click();
  await callee.call.expectIncoming(caller.name);
  await caller.call.expectRinging();
  for (const { page } of [caller, callee]) await arm(page, remoteCamera);
  await callee.call.press("Accept with video");
  const took = await clickToFrames(callee.page, caller.page);
  await caller.call.press("Hang up");
  await callee.call.expectEnded(`${caller.name} hung up.`);
  await caller.call.close();
  await callee.call.close();
  await expect(caller.people.videoCallButton).toBeVisible();
  return took;
}

test("accept to first remote frame painted on both sides, against a bare RTCPeerConnection", async ({
  browser,
  newPerson,
  server,
}) => {
  const scripts = [{ path: firstFrameScript }];
  const ada = await newPerson("Ada Byron", { scripts });
  const grace = await newPerson("Grace Hopper", { scripts });
  await befriend(server, ada, grace);
  await ada.people.select(grace.name);
  const floorCall = await openFloor(browser);

  // The first of each is slow (cold code, cold encoders) and is not counted.
  await ourCall(ada, grace);
  const constraints = await userMediaConstraints(ada.page);
  expect(constraints).toMatchObject({ audio: expect.anything(), video: expect.anything() });
  await floorCall.run(constraints);

  const ours: number[] = [];
  const floor: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const both = [
      async () => ours.push(await ourCall(ada, grace)),
      async () => floor.push(await floorCall.run(constraints)),
    ];
    for (const one of run % 2 === 0 ? both : both.toReversed()) await one();
  }
  await floorCall.close();
  recordFigures("call-setup", ours, floor);
});
