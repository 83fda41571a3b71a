import { expectWithin } from "../../fixtures/limits";
import type { Socket } from "node:dgram";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { internet, ways } from "./addresses";
import type { NetworkLab } from "./networkLab";
import { expect, labMissing, pairAtHome, test } from "./networkTest";
import { connectionState, selectedPath } from "./pathFacts";
import { udpSocketIn } from "./sockets";

const missing = labMissing();
test.skip(missing !== null, missing ?? "");

interface Echo {
  readonly home: Socket;
  /** Sends `count` packets of `bytes` each, as fast as they are read; when the echoes came back, ms after the first left. */
  burst(count: number, bytes: number, listenMs: number): Promise<readonly number[]>;
  close(): void;
}

/** Something at the server's house that sends back what home A sends it. */
async function echoFrom(lab: NetworkLab): Promise<Echo> {
  const far = await udpSocketIn(lab.spaces, "server", internet.server);
  const home = await udpSocketIn(lab.spaces, "hostA", ways.a.inner);
  far.on("message", (packet, { port, address }) => far.send(packet, port, address));
  const to = far.address();
  return {
    home,
    async burst(count, bytes, listenMs) {
      const began = performance.now();
      const times: number[] = [];
      const hear = () => times.push(performance.now() - began);
      home.on("message", hear);
      for (let sent = 1; sent <= count; sent += 1) {
        home.send(Buffer.alloc(bytes), to.port, to.address);
        // A socket keeps a few hundred until somebody reads them, and both are read by this program.
        if (sent % 25 === 0) await wait(5);
      }
      await wait(listenMs);
      home.off("message", hear);
      return times;
    },
    close() {
      far.close();
      home.close();
    },
  };
}

test("the lab's lines have the delay, the loss and the rate they are given, and can be cut", async ({ newLab }) => {
  const lab = await newLab({ emulated: true, turnServers: 0 });
  const echo = await echoFrom(lab);
  const middle = (times: readonly number[]) => times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0;

  await expectWithin(middle(await echo.burst(9, 100, 200)), 20, "an echo");
  lab.impair("a", { delayMs: 50 });
  const delayed = await echo.burst(9, 100, 400);
  expect(delayed).toHaveLength(9);
  expect(middle(delayed)).toBeGreaterThan(99);
  await expectWithin(middle(delayed), 130, "a delayed echo");

  lab.impair("a", { lossPercent: 20 });
  // Both directions: 36 of 100 are lost. Four standard deviations of 1000 packets are 6 of 100.
  const heard = (await echo.burst(1000, 50, 500)).length;
  expect(heard).toBeGreaterThan(580);
  expect(heard).toBeLessThan(700);

  lab.impair("a", { kilobitsPerSecond: 1000 });
  const slow = await echo.burst(20, 1208, 600);
  // 20 frames of 1250 bytes take 200 ms at 1 Mbit/s; the echo of the first goes back while the last come.
  expect(slow).toHaveLength(20);
  expect(slow.at(-1)).toBeGreaterThan(195);
  await expectWithin(slow.at(-1) ?? Number.POSITIVE_INFINITY, 260, "the last echo of a slow line");

  lab.impair("a", {});
  lab.cut("a");
  expect(await echo.burst(5, 100, 200)).toHaveLength(0);
  lab.mend("a");
  expect(await echo.burst(5, 100, 300)).toHaveLength(5);
  echo.close();
  await once(echo.home, "close");
});

test("a call between two homes goes straight, notices a cut and comes back with the line", async ({ newLab }) => {
  const lab = await newLab({ emulated: true });
  const [ada, grace] = await pairAtHome(lab);
  await ada.people.call(grace.name, "video");
  await grace.call.press("Accept with video");
  for (const { call } of [ada, grace]) await call.expectConnected();
  expect(await selectedPath(ada.page)).toMatchObject({ kind: "direct" });
  lab.impair("b", { delayMs: 40 });
  await expect.poll(async () => (await selectedPath(ada.page))?.roundTripMs).toBeGreaterThan(75);
  // ICE itself takes five to eight seconds to call a pair broken; how soon the people are told is what F9 is about.
  const becomes = async (state: RTCPeerConnectionState) => {
    const began = performance.now();
    await expect.poll(() => connectionState(ada.page), { timeout: 30_000 }).toBe(state);
    return Math.round(performance.now() - began);
  };
  lab.cut("a");
  const broken = await becomes("disconnected");
  lab.mend("a");
  console.log(
    `the line cut: disconnected after ${broken} ms, connected ${await becomes("connected")} ms after its return`,
  );
});
