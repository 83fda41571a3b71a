import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "@playwright/test";

/** What a page has received in its newest connection so far. */
interface Received {
  /** Ms, by the page's clock. */
  readonly at: number;
  readonly samples: number;
  /** Of them, those the browser made up because none had come. */
  readonly concealed: number;
  readonly voicePackets: number;
  readonly frames: number;
  readonly videoBytes: number;
  /** Of the newest frame, px. */
  readonly height: number;
}

/** What came in a while. */
export interface Reception {
  /** Part of the voice that was made up, 0 to 1. */
  readonly concealed: number;
  readonly voicePackets: number;
  readonly framesPerSecond: number;
  readonly kilobitsPerSecond: number;
  readonly height: number;
}

function received(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const report = await window.sightlineSpy.peers.at(-1)?.getStats();
    const sum = { samples: 0, concealed: 0, voicePackets: 0, frames: 0, videoBytes: 0, height: 0 };
    for (const row of report?.values() ?? []) {
      if (row.type !== "inbound-rtp") continue;
      if (row.kind === "audio") {
        sum.samples += row.totalSamplesReceived ?? 0;
        sum.concealed += row.concealedSamples ?? 0;
        sum.voicePackets += row.packetsReceived;
      } else {
        sum.frames += row.framesDecoded ?? 0;
        sum.videoBytes += row.bytesReceived;
        sum.height = Math.max(sum.height, row.frameHeight ?? 0);
      }
    }
    return { at: performance.now(), ...sum };
  });
}

function between(from: Received, to: Received): Reception {
  const ms = to.at - from.at;
  return {
    concealed: (to.concealed - from.concealed) / Math.max(1, to.samples - from.samples),
    voicePackets: to.voicePackets - from.voicePackets,
    framesPerSecond: (1000 * (to.frames - from.frames)) / ms,
    kilobitsPerSecond: (8 * (to.videoBytes - from.videoBytes)) / ms,
    height: to.height,
  };
}

/** What a page receives in the next `seconds`: all in all, and in each second. */
export async function watchReception(page: Page, seconds: number): Promise<Reception & { each: readonly Reception[] }> {
  const first = await received(page);
  const each: Reception[] = [];
  let last = first;
  for (let second = 0; second < seconds; second += 1) {
    await wait(1000);
    const now = await received(page);
    each.push(between(last, now));
    last = now;
  }
  return { ...between(first, last), each };
}
