import { spawnSync } from "node:child_process";

/** What lies between the two ends: nothing, or the way up of an ordinary line to a home. */
export type Link = "open" | "uplink";

export const UPLINK_KBPS = 1000;
/** A router's queue: what waits longer is dropped. */
const QUEUE_MS = 300;

function run(program: string, ...words: readonly string[]): boolean {
  return spawnSync(program, words, { stdio: "ignore" }).status === 0;
}

/** Is loopback here this run's own, so that it may be limited? (see runBench.mjs) */
export function ownLoopback(): boolean {
  return process.env.BENCH_OWN_LOOPBACK === "1" && run("ip", "link", "set", "lo", "up");
}

/** Both directions go through it; what comes back are receiver reports only. */
export function setLink(link: Link): void {
  run("tc", "qdisc", "del", "dev", "lo", "root");
  if (link === "open") return;
  const limit = ["rate", `${UPLINK_KBPS}kbit`, "burst", "16kb", "latency", `${QUEUE_MS}ms`];
  if (!run("tc", "qdisc", "add", "dev", "lo", "root", "tbf", ...limit)) throw new Error("tc could not limit loopback");
}
