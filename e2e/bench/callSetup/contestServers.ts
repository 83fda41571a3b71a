import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { evenServer } from "../../labs/network/evenLab";
import type { Namespaces } from "../../labs/network/namespaces";
import { PEERJS_PORT, RELAY_PORT } from "./ways/contestant";

/** Starts the contestants' servers in the servers' house; resolves with what ends them. */
export async function startContestServers(spaces: Namespaces): Promise<() => void> {
  const script = join(import.meta.dirname, "serveContest.mjs");
  const words = [process.execPath, script, evenServer, String(RELAY_PORT), String(PEERJS_PORT)];
  const [program = "", ...rest] = [...spaces.through("server"), ...words];
  const child = spawn(program, rest, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit").then(() => Promise.reject(new Error("the contestants' servers ended")));
  await Promise.race([once(child.stdout, "data"), ended]);
  ended.catch(() => {});
  return () => void child.kill("SIGKILL");
}
