import { resolve } from "node:path";
import { type Account, newAccount } from "../fixtures/account";
import { freePort } from "../fixtures/freePort";
import { expect, test } from "../fixtures/test";
import { median, percentile, rounded, writeFigures } from "./figures";
import { logIn, type RelayPair, relayPair, signUp } from "./loginStorm/relayPair";

const BENCH = "login-storm";
const LOGINS = 100;
/** As many signals a second as a lively call sends at its start; the budget of a person is 50. */
const EVERY_MS = 25;
const IDLE_SIGNALS = 400;

interface LoopFigures {
  readonly p99Ms: number;
  readonly maxMs: number;
}

async function relayWhile(pair: RelayPair, going: (sent: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  while (going(times.length)) {
    const taken = await pair.relay();
    times.push(taken);
    await new Promise((done) => setTimeout(done, Math.max(0, EVERY_MS - taken)));
  }
  return times;
}

/** Comes again when the server says so, as the app's person would. */
async function logInAtLast(origin: string, account: Account): Promise<number> {
  for (let refusals = 0; ; refusals++) {
    const { status, wait } = await logIn(origin, account);
    if (status === 200) return refusals;
    if (status !== 503 && status !== 429) throw new Error(`a log-in was answered with ${status}`);
    expect(wait, "Retry-After").toBeGreaterThan(0);
    await new Promise((done) => setTimeout(done, wait * 1000));
  }
}

test("100 log-ins at once, while a call's signals are relayed", async ({ serverWith }) => {
  const probe = await freePort();
  const server = await serverWith({
    env: {
      BCRYPT_COST: "12",
      LOOP_PROBE_PORT: String(probe),
      NODE_OPTIONS: `--import=${resolve(import.meta.dirname, "loginStorm/loopProbe.mjs")}`,
    },
  });
  const loop = async (path: "reset" | "read") =>
    (await (await fetch(`http://127.0.0.1:${probe}/${path}`)).json()) as LoopFigures;
  const [ada, grace] = [newAccount("Ada"), newAccount("Grace")];
  const pair = await relayPair(
    server.origin,
    await signUp(server.origin, ada),
    await signUp(server.origin, grace),
    grace.username,
  );
  await relayWhile(pair, (sent) => sent < 100);
  await loop("reset");
  const idle = await relayWhile(pair, (sent) => sent < IDLE_SIGNALS);
  const idleLoop = await loop("reset");

  const begun = performance.now();
  let left = LOGINS;
  const storm = Array.from({ length: LOGINS }, async () => {
    const refusals = await logInAtLast(server.origin, ada);
    left -= 1;
    return refusals;
  });
  const during = await relayWhile(pair, () => left > 0);
  const refusals = (await Promise.all(storm)).reduce((sum, each) => sum + each, 0);
  const seconds = (performance.now() - begun) / 1000;
  const stormLoop = await loop("read");
  pair.close();

  const row = (name: string, times: readonly number[], { p99Ms, maxMs }: LoopFigures) =>
    [name.padEnd(6), times.length, median(times), percentile(times, 0.99), Math.max(...times), p99Ms, maxMs]
      .map((value) => (typeof value === "number" ? rounded(value, 2).toString().padStart(12) : value))
      .join("");
  const ratio = percentile(during, 0.99) / percentile(idle, 0.99);
  writeFigures(BENCH, [
    `${BENCH}: ${LOGINS} log-ins at bcrypt cost 12 in ${rounded(seconds, 1)} s; ${refusals} times told to come again (503)`,
    [
      "".padEnd(6),
      ...["signals", "median ms", "p99 ms", "max ms", "loop p99 ms", "loop max ms"].map((name) => name.padStart(12)),
    ].join(""),
    row("idle", idle, idleLoop),
    row("storm", during, stormLoop),
    "",
    JSON.stringify({
      bench: BENCH,
      logIns: LOGINS,
      seconds: rounded(seconds, 1),
      idleP99Ms: rounded(percentile(idle, 0.99), 2),
      stormP99Ms: rounded(percentile(during, 0.99), 2),
      ratio: rounded(ratio, 2),
      loopP99Ms: rounded(stormLoop.p99Ms, 2),
    }),
  ]);
});
